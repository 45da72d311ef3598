import { activityStatuses } from '@concert/domain/activity'
import { activityTags, exploitationForms, pillars, sdgTargets } from '@concert/domain/codelists'
import type { PublishedActivity, PublishedPlace } from '@concert/domain/iati-publication'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCountry } from './codelists.ts'
import { readIatiFile } from './read-iati-file.ts'
import { about, aPublished, interpol, iom, streamed, unodc, whole } from './testing-publication.ts'
import { writeActivities } from './write-activities.ts'
import { legal } from './write-xml.ts'

// Whatever may stand in a field: any script, signs that reorder text, controls. The reader trims, and undoes references
// that publishers escaped twice; what it does so is not asked of it here.
const words = (maxLength: number) =>
  fc
    .string({ unit: 'binary', minLength: 1, maxLength })
    .map((text) => legal(text).replace(/&/g, '+').trim())
    .filter((text) => text !== '')

const language = fc.constantFrom('en', 'fr', 'es', 'ru', 'zh', 'ar', 'pt')
const narratives = (maxLength: number) =>
  fc.uniqueArray(fc.record({ language, text: words(maxLength) }), {
    minLength: 1,
    maxLength: 6,
    selector: (one) => one.language,
  })

const iso2 = fc
  .tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'))
  .map((letters) => letters.join(''))
  .filter(isCountry)
const place = fc.oneof(
  iso2.map((code) => ({ code: `country ${code}`, iso2: code as string | null, names: { en: code } })),
  fc.constantFrom('202', '015', '030', '001', '419').map((code) => ({ code, iso2: null, names: { en: code } })),
)

/** A split that adds up to exactly 100.00, or none. */
const places = fc
  .tuple(
    fc.uniqueArray(place, { maxLength: 8, selector: ({ code }) => code }),
    fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 8, maxLength: 8 }),
    fc.boolean(),
  )
  .map(([list, cuts, areDeclared]): PublishedPlace[] => {
    const edges = [0, ...cuts.slice(0, Math.max(0, list.length - 1)).sort((a, b) => a - b), 10_000]
    return list.map((one, index) => ({
      ...one,
      percentage: areDeclared ? (((edges[index + 1] ?? 0) - (edges[index] ?? 0)) / 100).toFixed(2) : null,
    }))
  })

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const some = <T>(codes: readonly T[]) => fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 5 })

const published = fc
  .record({
    title: narratives(60),
    description: narratives(300),
    level: fc.constantFrom('global' as const, 'regional' as const, 'national' as const, null),
    status: fc.constantFrom(...activityStatuses),
    days: fc.tuple(day, fc.option(day)),
    pillars: some(pillars),
    sdgTargets: some(sdgTargets),
    forms: some(exploitationForms),
    tags: some(activityTags),
    places,
    lead: fc.constantFrom(unodc, iom, interpol),
    partners: fc.subarray([interpol, iom]),
    otherPartners: fc.array(
      fc.record({ kind: fc.constantFrom('government' as const, 'media' as const), name: words(40) }),
      {
        maxLength: 3,
      },
    ),
    updatedAt: fc.date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
  })
  .map(({ days: [first, second], updatedAt, ...rest }) => {
    const [startOn = first, endOn = null] = second === null ? [first] : [first, second].sort()
    return aPublished({ ...rest, startOn, endOn, updatedAt: updatedAt.toISOString() })
  })

const shareOf = (percentage: string | null) => (percentage === null ? null : Number(percentage))

test('what is written is read back: identifier, reporter, texts, status, scope, dates, places with their shares, targets, partners', async () => {
  await fc.assert(
    fc.asyncProperty(published, async (activity) => {
      const xml = await whole(writeActivities(streamed([activity]), about))
      const file = await readIatiFile('own.xml', new TextEncoder().encode(xml))
      expect(file.findings).toEqual([])
      const [read] = file.activities.map((one) => one.activity)
      if (!read) throw new Error('Nothing was read')
      const reporter = activity.lead.iatiOrgId ?? unodc.iatiOrgId
      expect(read).toMatchObject({
        identifier: `${reporter}-${activity.reference}`,
        reportingOrganisation: { ref: reporter, type: '40', secondaryReporter: activity.lead.slug !== 'unodc' },
        updatedAt: activity.updatedAt,
        humanitarian: activity.tags.includes('humanitarian'),
        title: activity.title,
        description: activity.description,
        status: activity.status,
        scope: activity.level,
        sdgTargets: activity.sdgTargets,
        transactions: [],
      })
      expect(read.startActual ?? read.startPlanned).toBe(activity.startOn)
      expect(read.endActual ?? read.endPlanned).toBe(activity.endOn)
      expectPlaces(activity, read)
      const partners = read.participants.filter(({ role }) => role === 'implementing')
      expect(partners.map(({ name }) => name[0]?.text)).toEqual([
        ...activity.partners.map(({ names }) => names.en),
        ...activity.otherPartners.map(({ name }) => name),
      ])
    }),
    { numRuns: 300 },
  )
})

interface ReadPlaces {
  countries: { code: string; percentage: number | null }[]
  regions: { m49: string | null; percentage: number | null }[]
}

function expectPlaces({ places: told }: PublishedActivity, { countries, regions }: ReadPlaces): void {
  if (told.length === 0) {
    expect(regions).toEqual([expect.objectContaining({ m49: null, percentage: 100 })])
    return
  }
  const read = [
    ...countries.map(({ code, percentage }) => [code, percentage]),
    ...regions.map(({ m49, percentage }) => [m49, percentage]),
  ]
  const inOrder = [...told.filter((one) => one.iso2 !== null), ...told.filter((one) => one.iso2 === null)]
  expect(read.map(([code]) => code)).toEqual(inOrder.map((one) => one.iso2 ?? one.code))
  const hundredths = read.reduce((sum, [, share]) => sum + Math.round(Number(share) * 100), 0)
  expect(hundredths).toBe(10_000)
  if (told.length > 1 && told.every(({ percentage }) => percentage !== null)) {
    expect(read.map(([, share]) => share)).toEqual(inOrder.map(({ percentage }) => shareOf(percentage)))
  }
}
