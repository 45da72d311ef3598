import { describe, expect, test } from 'vitest'
import type { ImportedActivity } from './imported-activity.ts'
import { draftOfImported, type ImportLookups } from './imported-draft.ts'

const lookups: ImportLookups = {
  placeByIso2: new Map([
    ['KE', '404'],
    ['TZ', '834'],
  ]),
  isPlace: (code) => ['404', '834', '014', '002'].includes(code),
  agencyByRef: new Map([
    ['XM-OWN', 'own-id'],
    ['XM-OTHER', 'other-id'],
  ]),
}

const imported = (part: Partial<ImportedActivity> = {}): ImportedActivity => ({
  identifier: 'XM-OWN-1',
  reportingOrganisation: {
    ref: 'XM-OWN',
    type: '40',
    name: [{ language: 'en', text: 'Own' }],
    secondaryReporter: false,
  },
  updatedAt: null,
  humanitarian: false,
  title: [],
  description: [],
  status: 'ongoing',
  scope: 'national',
  startPlanned: '2024-01-01',
  startActual: '2024-02-01',
  endPlanned: '2025-01-01',
  endActual: null,
  openEnded: false,
  sectors: [],
  countries: [],
  regions: [],
  sdgTargets: ['8.7', '1.1'],
  participants: [],
  transactions: [],
  ...part,
})
const placesOf = (part: Partial<ImportedActivity>) => draftOfImported(imported(part), lookups)
const country = (code: string, percentage: number | null) => ({ code, percentage })
const region = (m49: string | null, percentage: number | null) => ({ vocabulary: '2', code: 'x', m49, percentage })

test('takes actual dates before planned ones and leaves the classification to a person', () => {
  const { draft } = draftOfImported(imported(), lookups)
  expect(draft).toMatchObject({ startOn: '2024-02-01', endOn: '2025-01-01', level: 'national', sdgTargets: ['8.7'] })
  expect(draft).toMatchObject({ pillars: [], kind: null, forms: [], tags: [] })
})

describe('places', () => {
  test('keep shares that make up the whole, across countries and regions', () => {
    expect(placesOf({ countries: [country('KE', 60)], regions: [region('002', 40)] }).draft.places).toEqual([
      { code: '404', percentage: 60 },
      { code: '002', percentage: 40 },
    ])
  })

  test('leave a region without a share out beside countries, and one that is nowhere in particular', () => {
    const regions = [region('014', null), region(null, null)]
    expect(placesOf({ countries: [country('KE', 100)], regions }).draft.places).toEqual([
      { code: '404', percentage: 100 },
    ])
    expect(placesOf({ regions: [region('014', 100)] }).draft.places).toEqual([{ code: '014', percentage: 100 }])
  })

  test('have no shares when one of them is unknown here, since the rest is not the whole', () => {
    const { draft, unknownPlaces } = placesOf({ countries: [country('KE', 50), country('AN', 50)] })
    expect(draft.places).toEqual([{ code: '404', percentage: null }])
    expect(unknownPlaces).toEqual(['AN'])
  })

  test('add up when a file names one twice', () => {
    const countries = [country('KE', 30), country('TZ', 40), country('KE', 30)]
    expect(placesOf({ countries }).draft.places).toEqual([
      { code: '404', percentage: 60 },
      { code: '834', percentage: 40 },
    ])
  })
})

test('makes known agencies partners, others partners by kind, and leaves funders in the provenance', () => {
  const participant = (ref: string | null, role: 'funding' | 'implementing', text: string, type = '22') => {
    return { ref, role, type, name: [{ language: 'en', text }] }
  }
  const { draft } = placesOf({
    participants: [
      participant('XM-OWN', 'implementing', 'Own'),
      participant('xm-other', 'implementing', 'Other', '40'),
      participant(null, 'implementing', 'Shelter Association'),
      participant(null, 'implementing', 'Shelter Association'),
      participant('GOV', 'funding', 'Ministry', '10'),
    ],
  })
  expect(draft.partnerAgencyIds).toEqual(['other-id'])
  expect(draft.otherPartners).toEqual([{ name: 'Shelter Association', kind: 'civil_society' }])
})
