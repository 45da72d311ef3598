import type { PublishedActivity, PublishedAgency, PublishedPlace } from '@concert/domain/iati-publication'
import type { PublishedFund } from './write-fund.ts'
import type { Publication } from './write-parts.ts'

/** An agency in two languages. */
export const unodc: PublishedAgency & { iatiOrgId: string } = {
  slug: 'unodc',
  names: {
    en: 'United Nations Office on Drugs and Crime',
    fr: 'Office des Nations Unies contre la drogue et le crime',
  },
  iatiOrgId: 'XM-DAC-41128',
  organisationType: '40',
}
export const iom: PublishedAgency = {
  slug: 'iom',
  names: { en: 'International Organization for Migration' },
  iatiOrgId: 'XM-DAC-47066',
  organisationType: '40',
}
export const interpol: PublishedAgency = {
  slug: 'interpol',
  names: { en: 'International Criminal Police Organization' },
  iatiOrgId: null,
  organisationType: '40',
}

/** Written on 24 November 2026; a message is its key, in English and French. */
export const about: Publication = {
  generatedAt: '2026-11-24T09:00:00.000Z',
  today: '2026-11-24',
  platform: unodc,
  inSix: (key, params = {}) => {
    const said = (language: 'en' | 'fr') =>
      [key, ...Object.values(params).map((text) => text[language] ?? text.en)].join(' ')
    return { en: said('en'), fr: said('fr') }
  },
}

export const kenya: PublishedPlace = { code: '404', iso2: 'KE', names: { en: 'Kenya', ar: 'كينيا' }, percentage: null }
export const subSaharanAfrica: PublishedPlace = {
  code: '202',
  iso2: null,
  names: { en: 'Sub-Saharan Africa' },
  percentage: null,
}

export function aPublished(over: Partial<PublishedActivity> = {}): PublishedActivity {
  return {
    reference: 'ACT-2026-00001',
    sourceIdentifier: null,
    title: [{ language: 'en', text: 'Example: training for labour inspectors' }],
    description: [{ language: 'en', text: 'Five days on indicators of forced labour.' }],
    level: 'national',
    status: 'ongoing',
    pillars: ['PREV'],
    sdgTargets: ['8.7'],
    forms: [],
    tags: [],
    otherPartners: [],
    startOn: '2026-10-01',
    endOn: '2026-12-31',
    budget: null,
    updatedAt: '2026-11-20T10:00:00.000Z',
    lead: unodc,
    partners: [],
    places: [kenya],
    ...over,
  }
}

/** One pledge with its three steps, one of an unnamed donor, a grant and a pool. */
export function aPublishedFund(over: Partial<PublishedFund> = {}): PublishedFund {
  const donor = { kind: 'GOV' as const, names: [{ language: 'en', name: 'Donor State A' }] }
  const amount = { amountMinor: 200_050, currency: 'EUR' }
  const call = { en: 'Seventh cycle', fr: 'Septième cycle' }
  return {
    updatedAt: '2026-11-24T09:00:00.000Z',
    donors: streamed([donor]),
    pledges: streamed([
      {
        reference: 'PLG-2026-00001',
        donor,
        earmarking: 'unearmarked' as const,
        steps: [
          { kind: 'announced' as const, on: '2026-09-01', amount },
          { kind: 'formalised' as const, on: '2026-09-15', amount },
          { kind: 'received' as const, on: '2026-10-01', amount: { amountMinor: 50_000, currency: 'EUR' } },
        ],
      },
      {
        reference: 'PLG-2026-00002',
        donor: null,
        earmarking: 'not_specified' as const,
        steps: [{ kind: 'announced' as const, on: '2026-09-02', amount: { amountMinor: 12_345, currency: 'JPY' } }],
      },
    ]),
    grants: [
      {
        reference: 'GRT-2026-00001',
        title: 'Legal aid for survivors',
        grantee: { kind: 'non_governmental', names: [{ language: 'en', name: 'Shelter Association' }] },
        place: kenya,
        awarded: { amountMinor: 13_000_000, currency: 'KES' },
        disbursedUsd: 40_000,
        call: { decidedOn: '2026-05-05', year: 2026 },
      },
    ],
    pools: [{ first: call, last: call, awardedUsd: 300_000, disbursedUsd: 0, releasedOn: '2026-11-01' }],
    ...over,
  }
}

export async function* streamed<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

export async function whole(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}
