import type { ActivityStatus } from '@concert/domain/activity'
import { describe, expect, test } from 'vitest'
import { readIatiFile } from './read-iati-file.ts'
import {
  about,
  aPublished,
  aPublishedFund,
  interpol,
  iom,
  kenya,
  streamed,
  subSaharanAfrica,
  unodc,
  whole,
} from './testing-publication.ts'
import { all, brokenRules, type Node, parseXml } from './testing-ruleset.ts'
import { writeActivities } from './write-activities.ts'
import { writeFund } from './write-fund.ts'
import { writeOrganisations } from './write-organisations.ts'

const written = (...activities: Parameters<typeof aPublished>[0][]) =>
  whole(writeActivities(streamed(activities.map((over) => aPublished(over))), about))

async function activityOf(over: Parameters<typeof aPublished>[0]): Promise<Node> {
  const xml = await written(over)
  expect(brokenRules(xml, about.generatedAt)).toEqual([])
  const [activity] = all(parseXml(xml), 'iati-activity')
  if (!activity) throw new Error('There is no activity')
  return activity
}

const attributesOf = (node: Node, ...path: string[]) => all(node, ...path).map(({ attributes }) => attributes)

/** The order in which the schema wants what we write. */
const order = [
  ...['iati-identifier', 'reporting-org', 'title', 'description', 'participating-org', 'other-identifier'],
  ...['activity-status', 'activity-date', 'activity-scope', 'recipient-country', 'recipient-region', 'sector', 'tag'],
  ...['default-finance-type', 'default-aid-type', 'budget', 'transaction', 'related-activity'],
]

describe('an activity', () => {
  test('stands in the order of the schema and has what the schema requires, whatever is known of it', async () => {
    const sparse = { description: [], endOn: null, level: null, places: [], pillars: [], sdgTargets: [] }
    const rich = {
      partners: [iom, interpol],
      otherPartners: [{ kind: 'civil_society' as const, name: 'An organisation' }],
      places: [subSaharanAfrica, kenya],
      budget: { amountMinor: 5, currency: 'USD' },
      reference: 'ACT-2026-00002',
    }
    for (const over of [sparse, rich]) {
      const names = (await activityOf(over)).children.map(({ name }) => name)
      expect(names).toEqual(names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
      expect(names).toEqual(expect.arrayContaining(order.slice(0, 5)))
    }
  })

  test.each<[ActivityStatus, string, string | null, string[]]>([
    ['planned', '2026-10-01', '2027-03-01', ['1 2026-10-01', '3 2027-03-01']],
    ['ongoing', '2026-10-01', '2026-12-31', ['2 2026-10-01', '3 2026-12-31']],
    ['ongoing', '2026-12-01', null, ['1 2026-12-01']],
    ['completed', '2025-10-01', '2026-02-01', ['2 2025-10-01', '4 2026-02-01']],
    ['completed', '2025-10-01', '2026-12-31', ['2 2025-10-01', '3 2026-12-31']],
    ['cancelled', '2026-10-01', '2026-12-31', ['1 2026-10-01', '3 2026-12-31']],
  ])('that is %s from %s to %s has the dates %j', async (status, startOn, endOn, dates) => {
    const activity = await activityOf({ status, startOn, endOn })
    expect(attributesOf(activity, 'activity-date').map((date) => `${date.type} ${date['iso-date']}`)).toEqual(dates)
  })

  test('is told in every language that it was written in', async () => {
    const title = ['en', 'fr', 'es', 'ru', 'zh', 'ar', 'pt-BR', null].map((language) => ({
      language,
      text: `Title in ${language}`,
    }))
    const activity = await activityOf({ title })
    expect(attributesOf(activity, 'title', 'narrative').map((narrative) => narrative['xml:lang'])).toEqual([
      ...['en', 'fr', 'es', 'ru', 'zh', 'ar', 'pt-BR', 'und'],
    ])
  })

  test('gives one sector to each theme, in parts that add up to 100', async () => {
    const activity = await activityOf({
      pillars: ['PROT', 'PROS'],
      sdgTargets: ['5.2', '8.7'],
      tags: ['refugees_migrants'],
    })
    expect(attributesOf(activity, 'sector').map(({ code, percentage }) => [code, percentage])).toEqual([
      ...['15130', '15160', '15180', '15190', '16070'].map((code) => [code, '20']),
    ])
    expect(attributesOf(await activityOf({ sdgTargets: [] }), 'sector')).toEqual([
      { vocabulary: '1', code: '15160', percentage: '100' },
    ])
  })

  test('divides one whole between countries and regions, countries first', async () => {
    const places = [
      { ...subSaharanAfrica, percentage: '12.5000' },
      { ...kenya, percentage: '87.5000' },
    ]
    const activity = await activityOf({ places })
    expect(attributesOf(activity, 'recipient-country')).toEqual([{ code: 'KE', percentage: '87.5' }])
    expect(attributesOf(activity, 'recipient-region')).toEqual([{ code: '202', vocabulary: '2', percentage: '12.5' }])
  })

  test.each([
    ['of more than a year', { endOn: '2027-10-01' }],
    ['without an end', { endOn: null }],
    ['between places that nobody divided it', { places: [kenya, subSaharanAfrica] }],
  ])('tells no budget %s', async (_, over) => {
    const budget = { amountMinor: 100, currency: 'USD' }
    expect(all(await activityOf({ budget }), 'budget')).toHaveLength(1)
    expect(all(await activityOf({ budget, endOn: '2027-09-30' }), 'budget')).toHaveLength(1)
    expect(all(await activityOf({ budget, ...over }), 'budget')).toEqual([])
  })

  test('tells an amount with the decimals of its currency', async () => {
    const amounts = [
      [{ amountMinor: 5, currency: 'USD' }, '0.05'],
      [{ amountMinor: 12_345, currency: 'JPY' }, '12345'],
      [{ amountMinor: 1_000_000_000_000_000, currency: 'KWD' }, '1000000000000.000'],
    ] as const
    for (const [budget, told] of amounts) {
      expect(all(await activityOf({ budget }), 'budget', 'value')[0]).toMatchObject({
        text: told,
        attributes: { currency: budget.currency },
      })
    }
  })

  test('of hostile text is one activity with that text', async () => {
    const hostile = `</narrative></title></iati-activity><iati-activity>&lt; ]]> \u202e "' \u0000\ud800`
    const activity = await activityOf({
      title: [{ language: 'en', text: hostile }],
      description: [{ language: 'en', text: '\u0001' }],
      otherPartners: [{ kind: 'other', name: '\u0002' }],
      lead: { ...unodc, names: { en: hostile } },
      sourceIdentifier: 'XX-1-<&">',
    })
    expect(all(activity, 'title', 'narrative')[0]?.text).toBe(hostile.replace('\u0000\ud800', ''))
    expect(all(activity, 'iati-identifier')[0]?.text).toBe('XX-1-<&">')
  })

  test('has no contact, no result and no exact location', async () => {
    const names = new Set((await activityOf({})).children.map(({ name }) => name))
    for (const name of ['contact-info', 'result', 'location', 'document-link']) expect(names.has(name)).toBe(false)
  })
})

test('the fund and its grants keep to the rules and the order of the schema', async () => {
  const xml = await whole(writeFund(aPublishedFund(), about))
  expect(brokenRules(xml, about.generatedAt)).toEqual([])
  const activities = all(parseXml(xml), 'iati-activity')
  expect(activities.map((one) => one.attributes.hierarchy)).toEqual(['1', '2'])
  for (const { children } of activities) {
    const names = children.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  }
  const [fund, grant] = activities
  if (!fund || !grant) throw new Error('An activity is not there')
  const types = (node: Node) => attributesOf(node, 'transaction', 'transaction-type').map(({ code }) => code)
  expect(types(fund)).toEqual(['13', '11', '1', '13', '2'])
  expect(types(grant)).toEqual(['2', '3'])
  expect(attributesOf(fund, 'related-activity')).toEqual([{ ref: 'XM-DAC-41128-UNVTF-GRT-2026-00001', type: '2' }])
  expect(attributesOf(fund, 'transaction', 'aid-type')).toEqual([1, 2, 3].map(() => ({ vocabulary: '2', code: '1' })))
  expect(all(fund, 'transaction', 'description', 'narrative').at(-1)?.text).toBe(
    'iati.pool.awarded Septième cycle Septième cycle',
  )
})

test('what the fund is told on a day to come is not in its file yet', async () => {
  const amount = { amountMinor: 100, currency: 'USD' }
  const steps = ['2026-11-24', '2026-11-25'].map((on) => ({ kind: 'announced' as const, on, amount }))
  const pledges = streamed([{ reference: 'PLG-2026-00001', donor: null, earmarking: 'earmarked' as const, steps }])
  const xml = await whole(writeFund(aPublishedFund({ pledges, grants: [], pools: [] }), about))
  const [fund] = all(parseXml(xml), 'iati-activity')
  expect(fund && attributesOf(fund, 'transaction', 'transaction-date')).toEqual([{ 'iso-date': '2026-11-24' }])
})

test('an organisation without an identifier is in no organisation file', async () => {
  const root = parseXml(await whole(writeOrganisations([interpol, iom, unodc], about)))
  expect(all(root, 'iati-organisation', 'organisation-identifier').map(({ text }) => text)).toEqual([
    ...['XM-DAC-47066', 'XM-DAC-41128'],
  ])
  expect(attributesOf(root, 'iati-organisation', 'reporting-org').map((org) => org['secondary-reporter'])).toEqual([
    ...['1', '0'],
  ])
})

test('the fund is read back with its money, by the reader of imports', async () => {
  const xml = await whole(writeFund(aPublishedFund(), about))
  const file = await readIatiFile('fund.xml', new TextEncoder().encode(xml))
  expect(file.findings).toEqual([])
  const [fund, grant] = file.activities.map(({ activity }) => activity)
  expect(fund?.transactions.map(({ type, date, amount }) => [type, date, amount.amountMinor, amount.currency])).toEqual(
    [
      ['13', '2026-09-01', 200_050, 'EUR'],
      ['11', '2026-09-15', 200_050, 'EUR'],
      ['1', '2026-10-01', 50_000, 'EUR'],
      ['13', '2026-09-02', 12_345, 'JPY'],
      ['2', '2026-11-01', 300_000, 'USD'],
    ],
  )
  expect(grant?.countries).toEqual([{ code: 'KE', percentage: 100 }])
})
