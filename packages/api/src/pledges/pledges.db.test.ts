import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFund, anAnnouncement, eur, jpy, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { fundManager, anyone } = world
const { donorId, otherDonorId } = await aFund(world)
const locale = 'en' as const

const standingOf = async (reference: string) => fundManager.pledges.story({ reference, locale })
const announce = (over: Partial<Parameters<typeof anAnnouncement>[0]> = {}) =>
  fundManager.pledges.announce(anAnnouncement({ donorId, ...over }))

function aFormalisation(pledgeId: string, amount: { amountMinor: number; currency: string }) {
  return {
    pledgeId,
    formalisedOn: '2026-10-01',
    amount,
    evidence: 'Exchange of letters',
    conditional: false,
    instalments: null,
    idempotencyKey: randomUUID(),
  }
}

test('announces in yen, without decimals, at the rate of the day', async () => {
  const amount = jpy(19_005_222)
  const { reference } = await announce({ amount, announcedOn: '2026-09-30' })
  expect(reference).toMatch(/^PLG-2026-\d{5}$/)
  const story = await standingOf(reference)
  expect(story).toMatchObject({
    life: 'announced',
    amount,
    usd: { announcedUsd: 12_738_084, formalisedUsd: 0, receivedUsd: 0 },
    notYetFormalised: amount,
    outstanding: jpy(0),
    flags: [],
  })
  expect(story.entries).toHaveLength(1)
  expect(story.entries[0]?.lines).toMatchObject([
    {
      account: 'announced',
      amount,
      usdMinor: 12_738_084,
      rate: { unitsPerUsd: '149.2', on: '2026-09-01', source: 'Test' },
    },
    {
      account: 'promises',
      amount: jpy(-19_005_222),
      usdMinor: -12_738_084,
      rate: { unitsPerUsd: '149.2', on: '2026-09-01', source: 'Test' },
    },
  ])
})

test('refuses a currency without a rate on that day, and books nothing', async () => {
  const before = await fundManager.journal.entries({})
  const pledges = await fundManager.pledges.rows({ locale })
  const refused = announce({ amount: { amountMinor: 100, currency: 'CHF' } })
  await expect(refused).rejects.toMatchObject({ cause: { code: 'fund.rate_missing', params: { currency: 'CHF' } } })
  const tooOld = announce({ amount: jpy(100), announcedOn: '2026-11-24' })
  await expect(tooOld).rejects.toMatchObject({ cause: { code: 'fund.rate_missing' } })
  expect(await fundManager.journal.entries({})).toEqual(before)
  expect((await fundManager.pledges.rows({ locale })).total).toBe(pledges.total)
})

test('answers the same key twice with the same pledge, and refuses it with another body', async () => {
  const announcement = anAnnouncement({ donorId })
  const [first, second] = await Promise.all([
    fundManager.pledges.announce(announcement),
    fundManager.pledges.announce(announcement),
  ])
  expect(second).toEqual(first)
  await expect(fundManager.pledges.announce({ ...announcement, amount: usd(1) })).rejects.toMatchObject({
    cause: { code: 'errors.key_reused' },
  })
})

test('formalises part of a promise: what is announced stays announced', async () => {
  const { id, reference } = await announce({ amount: eur(10_000) })
  await fundManager.pledges.formalise(aFormalisation(id, eur(9_000)))
  expect(await standingOf(reference)).toMatchObject({
    life: 'formalised',
    amount: eur(10_000),
    formalised: eur(9_000),
    outstanding: eur(9_000),
    notYetFormalised: eur(1_000),
    usd: { announcedUsd: 11_111, formalisedUsd: 11_250, receivedUsd: 0 },
    evidence: 'Exchange of letters',
  })
  await fundManager.pledges.formalise(aFormalisation(id, eur(1_000)))
  expect(await standingOf(reference)).toMatchObject({ outstanding: eur(10_000), notYetFormalised: eur(0) })
})

test('signs on a condition: nothing is due before it is met', async () => {
  const { id, reference } = await announce({ amount: usd(5_000) })
  await fundManager.pledges.formalise({ ...aFormalisation(id, usd(5_000)), conditional: true })
  expect(await standingOf(reference)).toMatchObject({
    life: 'formalised',
    flags: ['conditional'],
    conditional: usd(5_000),
    outstanding: usd(0),
    formalised: usd(0),
  })
})

test('a new schedule covers what is signed, and no less', async () => {
  const { id, reference } = await announce({
    amount: usd(900),
    instalments: [{ dueOn: '2026-10-31', amount: usd(900) }],
  })
  const half = [
    { dueOn: '2026-11-01', amount: usd(300) },
    { dueOn: '2026-12-01', amount: usd(400) },
  ]
  await expect(
    fundManager.pledges.formalise({ ...aFormalisation(id, usd(800)), instalments: half }),
  ).rejects.toMatchObject({ cause: { code: 'pledges.instalments_signed', params: { amount: '8.00' } } })
  await fundManager.pledges.formalise({ ...aFormalisation(id, usd(700)), instalments: half })
  const story = await standingOf(reference)
  expect(story.instalments.map((part) => [part.dueOn, part.state])).toEqual([
    ['2026-11-01', 'overdue'],
    ['2026-12-01', 'due_later'],
  ])
  expect(story).toMatchObject({ flags: ['overdue'], overdue: usd(300) })
  const { rows } = await fundManager.pledges.rows({ locale, overdue: true })
  expect(rows.map((row) => row.reference)).toEqual([reference])
  expect(await fundManager.donors.record({ id: donorId, locale })).toMatchObject({ overdueUsd: 300 })
})

test('refuses what contradicts the pledge, at its field', async () => {
  const { id } = await announce()
  const refusalOf = (over: object) => fundManager.pledges.formalise({ ...aFormalisation(id, usd(100)), ...over })
  await expect(refusalOf({ amount: eur(100) })).rejects.toMatchObject({ cause: { code: 'pledges.other_currency' } })
  await expect(refusalOf({ formalisedOn: '2026-08-31' })).rejects.toMatchObject({
    cause: { code: 'pledges.formalised_before_announced', field: 'formalisedOn' },
  })
  await expect(refusalOf({ formalisedOn: '2026-11-25' })).rejects.toMatchObject({
    cause: { code: 'journal.date_in_future' },
  })
  await expect(refusalOf({ pledgeId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(announce({ meetingId: randomUUID() })).rejects.toMatchObject({
    cause: { code: 'pledges.meeting_unknown' },
  })
})

test('keeps what is in kind or a policy beside the money', async () => {
  const before = await anyone.fund.totals({ locale })
  const { reference } = await fundManager.pledges.announce({
    kind: 'in_kind',
    donorId: otherDonorId,
    announcedOn: '2026-09-01',
    meetingId: null,
    earmarking: 'not_specified',
    earmarkingNote: null,
    description: 'Example of two vehicles',
    valuation: usd(4_000_000),
    valuedBy: 'Example valuer',
    idempotencyKey: randomUUID(),
  })
  expect(await anyone.pledges.get({ reference, locale })).toMatchObject({
    kind: 'in_kind',
    amount: null,
    usd: null,
    description: 'Example of two vehicles',
    valuation: usd(4_000_000),
    donorName: 'Donor State B',
    steps: [{ kind: 'announced', on: '2026-09-01', amount: null, usdMinor: null }],
  })
  const story = await standingOf(reference)
  expect(story).toMatchObject({ life: 'announced', entries: [], valuedBy: 'Example valuer' })
  expect((await anyone.fund.totals({ locale })).totals).toEqual(before.totals)
  const formalised = fundManager.pledges.formalise(aFormalisation(story.id, usd(1)))
  await expect(formalised).rejects.toMatchObject({ cause: { code: 'pledges.not_money' } })
})

test('finds pledges by donor, name, year, currency, life and size', async () => {
  const found = async (filter: object) => (await fundManager.pledges.rows({ locale, ...filter })).rows
  expect((await found({ text: 'state b' })).map((row) => row.donorName)).toEqual(['Donor State B'])
  expect((await found({ currency: 'JPY' })).every((row) => row.amount?.currency === 'JPY')).toBe(true)
  expect(await found({ year: 2025 })).toEqual([])
  expect((await found({ life: 'formalised' })).every((row) => row.life === 'formalised')).toBe(true)
  const dollars = (await found({ sort: 'largest' })).map((row) => row.usd?.announcedUsd ?? 0)
  expect(dollars).toEqual(dollars.toSorted((a, b) => b - a))
  const page = await anyone.pledges.list({ locale, donorId: otherDonorId })
  expect(page).toMatchObject({ total: 1, page: 1 })
})
