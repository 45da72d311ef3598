import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, secretName, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { fundChecks } from './checks.ts'

const world = await aWorld()
const { fundManager, anyone, coordinator } = world
const fund = await aFund(world)
const { donorId, otherDonorId, anonymousId, dollars } = fund
const locale = 'en' as const
const meeting = (await anyone.meetings.list()).find((one) => one.slug === '2025')
const meetingId = meeting?.id ?? ''

const named = await fundManager.pledges.announce(
  anAnnouncement({ donorId, announcedOn: '2025-11-24', meetingId, amount: usd(300_000) }),
)
const hidden = await fundManager.pledges.announce(
  anAnnouncement({ donorId: anonymousId, announcedOn: '2025-11-24', meetingId, amount: usd(70_000) }),
)
await fundManager.pledges.announce(anAnnouncement({ donorId: otherDonorId, amount: usd(20_000) }))
await fundManager.pledges.formalise({
  pledgeId: named.id,
  formalisedOn: '2026-01-15',
  amount: usd(200_000),
  evidence: 'Letters',
  conditional: false,
  instalments: null,
  idempotencyKey: randomUUID(),
})
await fundManager.payments.record(
  aPayment({ donorId, bankAccountId: dollars, amount: usd(60_000), allocations: [allOf(named.id, usd(50_000))] }),
)
await fundManager.payments.record(
  aPayment({
    donorId: anonymousId,
    bankAccountId: dollars,
    amount: usd(70_000),
    receivedOn: '2025-12-31',
    allocations: [allOf(hidden.id, usd(70_000))],
  }),
)

test('three numbers by donor, year and meeting: anonymous donors share one line', async () => {
  const totals = await anyone.fund.totals({ locale })
  expect(totals.totals).toEqual({
    announcedUsd: 390_000,
    formalisedUsd: 270_000,
    receivedUsd: 120_000,
    outstandingUsd: 150_000,
    donors: 3,
    pledges: 3,
  })
  expect(totals.byDonor).toEqual([
    { id: donorId, name: 'Donor State A', announcedUsd: 300_000, formalisedUsd: 200_000, receivedUsd: 50_000 },
    { id: otherDonorId, name: 'Donor State B', announcedUsd: 20_000, formalisedUsd: 0, receivedUsd: 0 },
    { id: null, name: null, announcedUsd: 70_000, formalisedUsd: 70_000, receivedUsd: 70_000 },
  ])
  expect(totals.byYear).toEqual([
    { year: 2025, announcedUsd: 370_000, formalisedUsd: 70_000, receivedUsd: 70_000 },
    { year: 2026, announcedUsd: 20_000, formalisedUsd: 200_000, receivedUsd: 50_000 },
  ])
  expect(totals.byMeeting).toMatchObject([{ slug: '2025', announcedUsd: 370_000, receivedUsd: 120_000 }])
  expect(await fundManager.fund.totals({ locale })).toEqual(totals)
})

test('the figures are the same numbers, and their proofs name no anonymous donor', async () => {
  const figure = (id: string) => anyone.figures.show({ id })
  expect(await figure('fund.announced')).toMatchObject({
    value: 390_000,
    proof: { rowsIn: 3, leftOut: [{ reason: 'anonymous_donor', rows: 1 }] },
  })
  const received = await figure('fund.received')
  expect(received.value).toBe(120_000)
  expect(received.proof.sample).toEqual([
    { label: named.reference, value: 50_000, link: `/fund/pledges/${named.reference}` },
  ])
  expect(await figure('fund.outstanding')).toMatchObject({ value: 150_000, proof: { sample: [] } })
  expect(await figure('donors.announced')).toMatchObject({
    value: 3,
    proof: {
      sample: [{ label: 'Donor State A' }, { label: 'Donor State B' }],
      leftOut: [{ reason: 'anonymous_donor', rows: 1 }],
    },
  })
})

test('an anonymous name reaches nobody but fund managers: not by list, filter, record, story or total', async () => {
  for (const reader of [anyone, coordinator]) {
    const donors = await reader.donors.list({ locale })
    expect(donors.rows.map((row) => row.name)).toEqual(['Donor State A', 'Donor State B'])
    expect((await reader.donors.list({ locale, text: 'Zebulon' })).total).toBe(0)
    expect((await reader.donors.list({ locale, kind: 'IND' })).total).toBe(0)
    await expect(reader.donors.get({ id: anonymousId, locale })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await reader.pledges.list({ locale, text: 'Zebulon' })).total).toBe(0)
    expect((await reader.pledges.list({ locale, donorId: anonymousId })).total).toBe(0)
    const story = await reader.pledges.get({ reference: hidden.reference, locale })
    expect(story).toMatchObject({ donorId: null, donorName: null, amount: usd(70_000) })
    const everything = JSON.stringify([
      await reader.fund.totals({ locale }),
      await reader.pledges.list({ locale }),
      story,
      await reader.figures.list(),
    ])
    expect(everything).not.toContain(secretName)
    expect(everything).not.toContain(anonymousId)
  }
  // A fund manager asking the public question is told what the public is told.
  expect((await fundManager.donors.list({ locale, text: 'Zebulon' })).total).toBe(0)
  expect((await fundManager.donors.records({ locale, text: 'zebulon' })).rows).toMatchObject([
    { name: secretName, anonymous: true, receivedUsd: 70_000 },
  ])
})

test('row-level security alone keeps an anonymous donor, its name and its link to pledges', async () => {
  await inTransaction(world.contextOf({ kind: 'anonymous' }), async (trx) => {
    const donors = await sql<{ id: string }>`select id from donor`.execute(trx)
    expect(donors.rows.map((row) => row.id).sort()).toEqual([donorId, otherDonorId].sort())
    const names = await sql<{ name: string }>`select name from donor_name`.execute(trx)
    expect(names.rows.map((row) => row.name)).not.toContain(secretName)
    const linked = await sql`select from public_pledge where donor_id = ${anonymousId}`.execute(trx)
    expect(linked.rows).toEqual([])
    const tallied = await sql`select from fund_tally where key = ${anonymousId}`.execute(trx)
    expect(tallied.rows).toEqual([])
  })
})

test('the public story has days and amounts, and nothing of payments, references or reasons', async () => {
  const story = await anyone.pledges.get({ reference: named.reference, locale })
  expect(story.steps).toEqual([
    { kind: 'announced', on: '2025-11-24', amount: usd(300_000), usdMinor: 300_000 },
    { kind: 'formalised', on: '2026-01-15', amount: usd(200_000), usdMinor: 200_000 },
    { kind: 'received', on: '2026-10-01', amount: usd(50_000), usdMinor: 50_000 },
  ])
  for (const secret of ['Letters', 'REF ', 'PAY-', 'outstanding', 'overdue', 'entries'])
    expect(JSON.stringify(story)).not.toContain(secret)
})

test('what is not matched to a pledge is with the fund manager only', async () => {
  expect(await fundManager.donors.record({ id: donorId, locale })).toMatchObject({
    outstandingUsd: 150_000,
    unallocatedUsd: 10_000,
    pledges: 1,
  })
})

test('lists donors in the alphabetical order of the reader’s language, by their names in it', async () => {
  const register = (names: { name: string; language: 'en' | 'ru' | 'fr' }[]) =>
    fundManager.donors.register({
      kind: 'GOV',
      names: names.map((name) => ({ ...name, role: 'main' as const, since: null })),
      placeCode: null,
      anonymous: false,
      idempotencyKey: randomUUID(),
    })
  await register([
    { name: 'Zedland', language: 'en' },
    { name: 'Ёлкия', language: 'ru' },
    { name: 'Élanie', language: 'fr' },
  ])
  await register([
    { name: 'Cedonia', language: 'en' },
    { name: 'Жедония', language: 'ru' },
    { name: 'Zédonie', language: 'fr' },
  ])
  const namesIn = async (reader: 'en' | 'fr' | 'ru') =>
    (await anyone.donors.list({ locale: reader })).rows.map((row) => row.name)
  expect(await namesIn('en')).toEqual(['Cedonia', 'Donor State A', 'Donor State B', 'Zedland'])
  expect(await namesIn('fr')).toEqual(['Donor State A', 'Donor State B', 'Élanie', 'Zédonie'])
  expect(await namesIn('ru')).toEqual(['Ёлкия', 'Жедония', 'Donor State A', 'Donor State B'])
})

test('a donor keeps its names over time, and is given none twice', async () => {
  const name = { name: 'Embassy of Donor State A', language: 'en' as const, role: 'also' as const, since: '2020-01-01' }
  await fundManager.donors.addName({ donorId, name, idempotencyKey: randomUUID() })
  const again = fundManager.donors.addName({ donorId, name, idempotencyKey: randomUUID() })
  await expect(again).rejects.toMatchObject({ cause: { code: 'donors.name_known' } })
  const record = await fundManager.donors.record({ id: donorId, locale })
  expect(record.name).toBe('Donor State A')
  expect(record.names).toHaveLength(2)
  expect((await anyone.donors.list({ locale, text: 'embassy' })).rows.map((row) => row.id)).toEqual([donorId])
})

test('the standing checks hold here, and tell when a balance, a paid part or a public total is not what was booked', async () => {
  const faults = async () => {
    const system = world.contextOf({ kind: 'system', name: 'test' })
    const found: string[] = []
    for (const check of fundChecks) {
      const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
      if (!outcome.ok) found.push(check.id)
    }
    return found
  }
  expect(await faults()).toEqual([])
  const { db } = world
  await sql`update fund_tally set received_usd = received_usd + 1 where dimension = 'year'`.execute(db)
  expect(await faults()).toEqual(['journal.public_totals_equal_journal'])
  await sql`update fund_tally set received_usd = received_usd - 1 where dimension = 'year'`.execute(db)
  await sql`update journal_day_tally set usd_minor = usd_minor + 1 where account = 'cash'`.execute(db)
  expect(await faults()).toEqual(['journal.tallies_equal_lines'])
  await sql`update payment_balance set unallocated_usd = unallocated_usd + 1 where unallocated_minor > 0`.execute(db)
  expect(await faults()).toContain('journal.balances_equal_lines')
  await sql`update pledge set scheduled_minor = 5 where id = ${named.id}`.execute(db)
  expect(await faults()).toContain('journal.instalments_sum')
  await sql`alter table allocation disable trigger all; delete from allocation`.execute(db)
  expect(await faults()).toContain('journal.no_orphans')
})
