import { randomUUID } from 'node:crypto'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import type { ActivityDraft } from '@concert/domain/activity'
import { readIatiFile } from '@concert/exchange/iati/read-iati-file'
import { all, brokenRules, type Node, parseXml } from '@concert/exchange/iati/testing-ruleset'
import { beforeAll, expect, test } from 'vitest'
import { allOf, anAnnouncement, aPayment, eur, jpy, secretName, usd } from '../../testing/fund.ts'
import { type GrantWorld, someGrants } from '../../testing/grants.ts'
import { aWorld, type Caller } from '../../testing/world.ts'
import { exportIati, type IatiFileName, versionOfIati } from './export-files.ts'

const world = await aWorld()
const { focalPoint, fundManager } = world
// Rows are dated by the database's clock, not by the world's.
const now = new Date(Date.now() + 60_000).toISOString()
let fund: GrantWorld

const contextOf = () => world.contextOf({ kind: 'system', name: 'test' })

async function written(file: IatiFileName, agency?: string): Promise<string> {
  let xml = ''
  for await (const chunk of exportIati(contextOf(), { file, agency })) xml += chunk
  return xml
}

async function elements(file: IatiFileName, agency?: string): Promise<Node[]> {
  const xml = await written(file, agency)
  expect(brokenRules(xml, now)).toEqual([])
  return all(parseXml(xml), file === 'organisation' ? 'iati-organisation' : 'iati-activity')
}

async function published(over: Partial<ActivityDraft>, by: Caller = focalPoint): Promise<string> {
  const { reference } = await by.activities.draft(aNewActivity(over))
  const findings = await by.activities.quality({ reference })
  const reasons = findings.map(({ code, field }) => ({ code, field, reason: 'For the test' }))
  await by.activities.publish({ reference, expectedVersion: 1, reasons })
  return reference
}

function one(nodes: readonly Node[], reference: string): Node {
  const node = nodes.find((each) => all(each, 'iati-identifier')[0]?.text.endsWith(reference))
  if (!node) throw new Error(`${reference} is not there`)
  return node
}

const attributesOf = (node: Node, name: string) => all(node, name).map(({ attributes }) => attributes)
const transactionsOf = (node: Node) =>
  all(node, 'transaction').map((transaction) => [
    all(transaction, 'transaction-type')[0]?.attributes.code,
    all(transaction, 'transaction-date')[0]?.attributes['iso-date'],
    all(transaction, 'value')[0]?.attributes.currency,
    all(transaction, 'value')[0]?.text,
  ])

beforeAll(async () => {
  fund = await someGrants(world)
})

test('there is no file of activities before anything is public, and one of the fund at once', async () => {
  expect(await written('activities')).toBe('')
  expect(await elements('fund')).toHaveLength(1)
})

test('tells public activities, and no draft, no group row and nothing that only members know', async () => {
  const secret = 'Only the group reads this'
  const title = [{ language: 'en', text: secret }]
  await focalPoint.activities.draft(aNewActivity({ title }))
  const { reference: shared } = await focalPoint.activities.draft(aNewActivity({ title }))
  await focalPoint.activities.share({ reference: shared })
  const reference = await published({
    people: [{ kind: 'assisted', sex: null, ageGroup: null, form: null, audience: null, count: 7 }],
    lessons: 'A lesson for members',
    toolsUsed: 'A tool for members',
    budget: usd(1_234_567),
    places: [
      { code: '404', percentage: 33.3333 },
      { code: '800', percentage: 33.3333 },
      { code: '834', percentage: 33.3334 },
    ],
  })
  const xml = await written('activities')
  for (const hidden of [secret, 'for members', '<result', 'contact', '>7<', '"7"']) expect(xml).not.toContain(hidden)
  const activity = one(await elements('activities'), reference)
  expect(all(activity, 'iati-identifier')[0]?.text).toBe(`XM-DAC-41128-${reference}`)
  expect(attributesOf(activity, 'reporting-org')).toEqual([
    { ref: 'XM-DAC-41128', type: '40', 'secondary-reporter': '0' },
  ])
  expect(attributesOf(activity, 'recipient-country')).toEqual([
    { code: 'KE', percentage: '33.3333' },
    { code: 'UG', percentage: '33.3333' },
    { code: 'TZ', percentage: '33.3334' },
  ])
  expect(all(activity, 'budget', 'value')[0]?.text).toBe('12345.67')
  expect(all(activity, 'tag', 'narrative').map(({ attributes }) => attributes['xml:lang'])).toEqual([
    ...['en', 'fr', 'es', 'ru', 'zh', 'ar'],
  ])
})

test('where the place could do harm it names the subregion, and no share', async () => {
  const reference = await published({
    kind: 'DIRECT',
    forms: ['LABOUR'],
    places: [
      { code: '404', percentage: 71 },
      { code: '710', percentage: 29 },
    ],
    budget: usd(100),
  })
  const activity = one(await elements('activities'), reference)
  expect(attributesOf(activity, 'recipient-country')).toEqual([])
  expect(attributesOf(activity, 'recipient-region')).toEqual([{ code: '202', vocabulary: '2', percentage: '100' }])
  const far = await published({
    tags: ['humanitarian'],
    places: [
      { code: '404', percentage: 71 },
      { code: '004', percentage: 29 },
    ],
    budget: usd(100),
  })
  const coarse = one(await elements('activities'), far)
  expect(coarse.attributes.humanitarian).toBe('1')
  expect(attributesOf(coarse, 'recipient-region').map(({ percentage }) => percentage)).toEqual(['50', '50'])
  // Nobody said how the money divides between regions, so that none is told.
  expect(all(coarse, 'budget')).toEqual([])
})

test('an agency reports under its own identifier, one without is named and reported by the secretariat', async () => {
  const own = await published({ partnerAgencyIds: [] }, world.as('focal_point', 'iom'))
  const unidentified = await published({}, world.as('focal_point', 'interpol'))
  const nodes = await elements('activities')
  const iom = one(nodes, own)
  expect(all(iom, 'iati-identifier')[0]?.text).toBe(`XM-DAC-47066-${own}`)
  expect(attributesOf(iom, 'reporting-org')).toEqual([{ ref: 'XM-DAC-47066', type: '40', 'secondary-reporter': '1' }])
  const interpol = one(nodes, unidentified)
  expect(all(interpol, 'iati-identifier')[0]?.text).toBe(`XM-DAC-41128-${unidentified}`)
  expect(attributesOf(interpol, 'reporting-org')[0]).toMatchObject({ ref: 'XM-DAC-41128', 'secondary-reporter': '1' })
  expect(all(interpol, 'participating-org', 'narrative')[0]?.text).toBe('International Criminal Police Organization')
  expect((await elements('activities', 'iom')).map((each) => all(each, 'iati-identifier')[0]?.text)).toEqual([
    `XM-DAC-47066-${own}`,
  ])
  expect(await written('activities', 'nobody')).toBe('')
})

test('what another publisher reports already keeps its identifier', async () => {
  const reference = await published({ title: [{ language: 'en', text: 'Reported elsewhere' }] })
  await sql`
    with import as (
      insert into import (kind, file_name, sha256, bytes, by_name, new_count, changed_count, unchanged_count,
        refused_count, findings)
      values ('iati', 'theirs.xml', ${'0'.repeat(64)}, 1, 'test', 1, 0, 0, 0, '[]') returning id)
    insert into activity_import (activity_id, import_id, reporting_org_ref, external_id, content_hash, seen_hashes,
      file_name, line, provenance, imported_draft, score, band, proposal)
    select a.id, import.id, 'XM-DAC-41128', 'XM-DAC-41128-THEIRS-1', 'h', '{h}', 'theirs.xml', 1, '{}', '{}', 90,
      'likely', '{}'
    from activity a, import where a.reference = ${reference}`.execute(world.db)
  const xml = await written('activities')
  expect(xml).toContain('<iati-identifier>XM-DAC-41128-THEIRS-1</iati-identifier>')
  expect(xml).not.toContain(`<iati-identifier>XM-DAC-41128-${reference}`)
})

test('its own reader takes the file back without a word', async () => {
  const file = await readIatiFile('own.xml', new TextEncoder().encode(await written('activities')))
  expect(file.refusal).toBeNull()
  expect(file.findings).toEqual([])
  expect(file.activities.length).toBeGreaterThan(4)
})

test('the fund tells what was announced, agreed and received, of unnamed donors without their name', async () => {
  const pledge = async (donorId: string, amount: { amountMinor: number; currency: string }) =>
    fundManager.pledges.announce(anAnnouncement({ donorId, amount }))
  const named = await pledge(fund.donorId, eur(200_050))
  await fundManager.pledges.formalise({
    pledgeId: named.id,
    formalisedOn: '2026-09-15',
    amount: eur(200_050),
    evidence: 'Letters 12345',
    conditional: false,
    instalments: null,
    idempotencyKey: randomUUID(),
  })
  const payment = aPayment({ donorId: fund.donorId, bankAccountId: fund.euros, amount: eur(50_000) })
  await fundManager.payments.record({ ...payment, allocations: [allOf(named.id, eur(50_000))] })
  await pledge(fund.anonymousId, jpy(12_345))

  const xml = await written('fund')
  for (const hidden of [secretName, 'Letters 12345', payment.bankReference ?? '', 'Main account']) {
    expect(xml).not.toContain(hidden)
  }
  const [whole] = await elements('fund')
  if (!whole) throw new Error('The fund is not there')
  expect(all(whole, 'iati-identifier')[0]?.text).toBe('XM-DAC-41128-UNVTF')
  expect(attributesOf(whole, 'default-aid-type')).toEqual([{ vocabulary: '1', code: 'B032' }])
  expect(transactionsOf(whole)).toEqual([
    ['13', '2026-09-01', 'EUR', '2000.50'],
    ['11', '2026-09-15', 'EUR', '2000.50'],
    ['1', '2026-10-01', 'EUR', '500.00'],
    ['13', '2026-09-01', 'JPY', '12345'],
  ])
  const providers = all(whole, 'transaction', 'provider-org')
  expect(providers.map((provider) => all(provider, 'narrative')[0]?.text)).toEqual([
    ...['Donor State A', 'Donor State A', 'Donor State A', 'Donor not named'],
  ])
  expect(
    all(whole, 'participating-org')
      .filter(({ attributes }) => attributes.role === '1')
      .map((donor) => all(donor, 'narrative')[0]?.text),
  ).toEqual(['Donor State A'])
})

test('tells grants that are public whole, hidden ones in their pool alone, and no dated payment of either', async () => {
  const whole = await fund.anAward({ amount: usd(100_000), title: 'Told whole' })
  const hidden = await Promise.all(
    [0, 1, 2].map((n) =>
      fund.anAward({ amount: usd(10_000 + n), title: `Secret ${n}`, visibility: 'withheld', doNoHarmNote: 'Note' }),
    ),
  )
  const regional = await Promise.all(
    [0, 1, 2].map((n) => fund.anAward({ amount: usd(1_000 + n), title: `Regional ${n}`, visibility: 'region_only' })),
  )
  const paid = { bankAccountId: fund.dollars, left: null, document: 'Doc 1' }
  for (const [index, { id }] of [whole, ...hidden].entries()) {
    const on = `2026-10-1${index}`
    await fundManager.grants.disburse({
      grantId: id,
      on,
      amount: usd(400 + index),
      ...paid,
      idempotencyKey: randomUUID(),
    })
  }
  expect(await written('fund')).not.toContain('Grants that are told together, calls')
  const { number, hash } = await world.coordinator.releases.preview()
  await world.coordinator.releases.make({ number, hash, idempotencyKey: randomUUID() })
  const xml = await written('fund')
  for (const { reference, id } of [...hidden, ...regional]) {
    expect(xml).not.toContain(reference)
    expect(xml).not.toContain(id)
  }
  for (const secret of ['Secret', 'Regional', 'Note', 'Doc 1', '2026-10-10', '2026-10-11']) {
    expect(xml).not.toContain(secret)
  }
  const [parent, child, ...others] = await elements('fund')
  if (!parent || !child) throw new Error('A grant is not there')
  expect(others).toEqual([])
  expect(child.attributes.hierarchy).toBe('2')
  expect(all(child, 'iati-identifier')[0]?.text).toBe(`XM-DAC-41128-UNVTF-${whole.reference}`)
  expect(attributesOf(child, 'related-activity')).toEqual([{ ref: 'XM-DAC-41128-UNVTF', type: '1' }])
  expect(transactionsOf(child)).toEqual([
    ['2', '2026-11-24', 'USD', '1000.00'],
    ['3', '2026-11-24', 'USD', '4.00'],
  ])
  expect(attributesOf(child, 'recipient-country')).toEqual([{ code: 'KE', percentage: '100' }])
  expect(transactionsOf(parent).filter(([type]) => type === '2' || type === '3')).toEqual([
    ['2', '2026-11-24', 'USD', '30.03'],
    ['2', '2026-11-24', 'USD', '300.03'],
    ['3', '2026-11-24', 'USD', '12.06'],
  ])
})

test('the organisation file names the agencies that have an identifier, in six languages', async () => {
  const nodes = await elements('organisation')
  const unodc = nodes.find((node) => all(node, 'organisation-identifier')[0]?.text === 'XM-DAC-41128')
  if (!unodc) throw new Error('UNODC is not there')
  expect(all(unodc, 'name', 'narrative').map(({ attributes }) => attributes['xml:lang'])).toEqual([
    ...['en', 'fr', 'es', 'ru', 'zh', 'ar'],
  ])
  expect(nodes.every((node) => all(node, 'organisation-identifier')[0]?.text !== '')).toBe(true)
})

test('a version changes with what is public, and with nothing else', async () => {
  const versions = async () => [
    await versionOfIati(contextOf(), 'activities'),
    await versionOfIati(contextOf(), 'fund'),
  ]
  const before = await versions()
  await focalPoint.activities.draft(aNewActivity())
  expect(await versions()).toEqual(before)
  const reference = await published({})
  const [activities, fundVersion] = await versions()
  expect(activities).not.toBe(before[0])
  expect(fundVersion).toBe(before[1])
  await focalPoint.activities.withdraw({ reference, reason: 'For the test' })
  expect((await versions())[0]).not.toBe(activities)
  await fundManager.pledges.announce(anAnnouncement({ donorId: fund.otherDonorId, amount: usd(5) }))
  expect((await versions())[1]).not.toBe(before[1])
})

test('a file is of one moment, and its transaction ends when the reader goes away', async () => {
  const chunks = exportIati(contextOf(), { file: 'fund' })
  await chunks.next()
  await chunks.return(undefined)
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`.execute(world.db)
  expect(rows[0]?.open).toBe(0)
})
