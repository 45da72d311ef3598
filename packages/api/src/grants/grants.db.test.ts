import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import { expect, test } from 'vitest'
import { eur, usd } from '../../testing/fund.ts'
import { aCall, anAwardOf, aProposal, kes, someGrants } from '../../testing/grants.ts'
import { aWorld } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { inTransaction } from '../transaction.ts'
import { grantChecks } from './checks.ts'

const world = await aWorld()
const { fundManager } = world
const second = world.as('fund_manager')
const fund = await someGrants(world)
const locale = 'en' as const
const key = () => ({ idempotencyKey: randomUUID() })
const confirm = (id: string) => second.signatures.confirm({ id, ...key() })
const story = (reference: string) => fundManager.grants.story({ reference, locale })

const refusal = (code: string, params?: object) => ({
  cause: expect.objectContaining({ code, ...(params && { params: expect.objectContaining(params) }) }),
})

async function linesOf(reference: string, number: number) {
  const { entries } = await story(reference)
  const entry = entries.find((one) => one.number === number) ?? entries.at(-1)
  return entry?.lines.map((line) => [line.account, line.amount.currency, line.amount.amountMinor, line.usdMinor])
}

test('the life of a grant: proposed, advised, approved, awarded in instalments, paid, reported, refunded', async () => {
  const grant = await fund.anApprovedGrant({ amount: usd(90_000) })
  expect(await story(grant.reference)).toMatchObject({
    life: 'approved',
    grantee: { name: 'Shelter Association', kind: 'non_governmental' },
    approved: usd(90_000),
    advice: { advice: 'recommended', on: '2026-10-01' },
    entries: [],
  })
  const instalments = [
    { dueOn: '2026-10-10', amount: usd(50_000) },
    { dueOn: '2027-04-10', amount: usd(40_000) },
  ]
  const asked = await fundManager.grants.award({ ...anAwardOf(grant), instalments })
  expect(await story(grant.reference)).toMatchObject({ life: 'approved', awaitsSignature: true, instalments: [] })
  const { entryNumber } = await confirm(asked.id)
  expect(await linesOf(grant.reference, entryNumber)).toEqual([
    ['grant_expense', 'USD', 90_000, 90_000],
    ['grants_payable', 'USD', -90_000, -90_000],
  ])
  const disbursement = { grantId: grant.id, bankAccountId: fund.dollars, on: '2026-10-12', left: null, document: 'D 1' }
  await fundManager.grants.disburse({ ...disbursement, amount: usd(50_000), ...key() })
  await fundManager.grants.cut({ grantId: grant.id, on: '2026-11-01', amount: usd(10_000), reason: 'Less', ...key() })
  expect(await story(grant.reference)).toMatchObject({
    life: 'part_disbursed',
    awardedOn: '2026-10-05',
    amount: usd(80_000),
    standing: { awarded: usd(90_000), cut: usd(10_000), disbursed: usd(50_000), payable: usd(30_000) },
    instalments: [
      { state: 'disbursed', disbursed: usd(50_000) },
      { state: 'open', cut: usd(10_000), disbursed: usd(0) },
    ],
  })
  await fundManager.grants.disburse({ ...disbursement, on: '2026-11-02', amount: usd(30_000), ...key() })
  const refund = { grantId: grant.id, bankAccountId: fund.dollars, on: '2026-11-20', came: null, document: 'R 1' }
  await fundManager.grants.recordRefund({ ...refund, amount: usd(5_000), ...key() })
  const people = [
    { sex: 'female' as const, ageGroup: 'adult' as const, form: 'SEXUAL' as const, people: 40 },
    { sex: 'unknown' as const, ageGroup: 'unknown' as const, form: 'UNKNOWN' as const, people: 2 },
  ]
  const report = { grantId: grant.id, kind: 'narrative' as const, dueOn: '2026-11-15', accepted: false }
  await fundManager.grants.recordReport({ ...report, receivedOn: null, assisted: null, people: [], ...key() })
  const received = { ...report, receivedOn: '2026-11-16', accepted: true, assisted: 42, people }
  await fundManager.grants.recordReport({ ...received, ...key() })
  expect(await story(grant.reference)).toMatchObject({
    life: 'disbursed',
    disbursed: usd(75_000),
    standing: { payable: usd(0), refunded: usd(5_000) },
    reports: [{ kind: 'narrative', receivedOn: '2026-11-16', accepted: true, assisted: 42, people }],
  })
})

test('an award in KES is paid from dollars: what left the bank and what was payable differ by their own line', async () => {
  const grant = await fund.anAward({ amount: kes(13_000_000) })
  const paid = { grantId: grant.id, bankAccountId: fund.dollars, on: '2026-10-12', document: 'D 2' }
  await fundManager.grants.disburse({ ...paid, amount: kes(13_000_000), left: usd(101_000), ...key() })
  expect(await linesOf(grant.reference, 0)).toEqual([
    ['grants_payable', 'KES', 13_000_000, 100_000],
    ['conversion', 'KES', -13_000_000, -101_000],
    ['conversion', 'USD', 101_000, 101_000],
    ['cash', 'USD', -101_000, -101_000],
    ['fx_difference', 'KES', 0, 1_000],
  ])
  await fundManager.grants.recordRefund({ ...paid, amount: kes(1_300_000), came: usd(9_900), ...key() })
  expect((await story(grant.reference)).standing).toMatchObject({
    refunded: kes(1_300_000),
    disbursed: kes(13_000_000),
  })
})

test('the same key books once', async () => {
  const grant = await fund.anAward({ amount: usd(1_000) })
  const cut = { grantId: grant.id, on: '2026-11-01', amount: usd(100), reason: 'Less', ...key() }
  await fundManager.grants.cut(cut)
  await fundManager.grants.cut(cut)
  expect((await story(grant.reference)).standing.cut).toEqual(usd(100))
  await expect(fundManager.grants.cut({ ...cut, amount: usd(200) })).rejects.toMatchObject(refusal('errors.key_reused'))
})

test('nothing is decided before the board advised, nor awarded before it is approved', async () => {
  const { callId, granteeId } = fund
  const { id, reference } = await fundManager.grants.propose(aProposal({ callId, granteeId }))
  const grant = { id, reference, amount: usd(100_000) }
  const step = { grantId: id, note: null }
  const approval = { ...step, decision: 'approved' as const, amount: usd(100_000) }
  await expect(fundManager.grants.decide({ ...approval, on: '2026-09-20', ...key() })).rejects.toMatchObject(
    refusal('grants.not_advised'),
  )
  const advise = (on: string) => fundManager.grants.recordAdvice({ ...step, advice: 'recommended', on, ...key() })
  await expect(advise('2026-08-31')).rejects.toMatchObject(refusal('grants.before_proposed'))
  await expect(advise('2026-11-25')).rejects.toMatchObject(refusal('grants.not_yet'))
  await advise('2026-09-15')
  await expect(fundManager.grants.award(anAwardOf(grant))).rejects.toMatchObject(refusal('grants.not_approved'))
  await expect(fundManager.grants.decide({ ...approval, on: '2026-09-14', ...key() })).rejects.toMatchObject(
    refusal('grants.before_advised'),
  )
  await expect(
    fundManager.grants.decide({ ...approval, amount: eur(100), on: '2026-09-20', ...key() }),
  ).rejects.toMatchObject(refusal('grants.other_currency'))
  await fundManager.grants.decide({ ...approval, decision: 'declined', amount: null, on: '2026-09-20', ...key() })
  expect((await story(reference)).life).toBe('declined')
  await expect(fundManager.grants.award(anAwardOf(grant))).rejects.toMatchObject(refusal('grants.not_approved'))
  await fundManager.grants.decide({ ...approval, on: '2026-10-20', ...key() })
  await expect(advise('2026-09-16')).rejects.toMatchObject(refusal('grants.decided_already'))
  await expect(fundManager.grants.award(anAwardOf(grant))).rejects.toMatchObject(refusal('grants.before_decided'))
})

test('an award is of what was approved, once, on a day that is there and open, at a rate', async () => {
  const grant = await fund.anApprovedGrant({ amount: usd(2_000) })
  const award = (over: object) => fundManager.grants.award(anAwardOf(grant, over))
  await expect(award({ amount: usd(2_001) })).rejects.toMatchObject(
    refusal('grants.other_than_approved', { amount: '20.00' }),
  )
  await expect(award({ on: '2026-11-25' })).rejects.toMatchObject(refusal('journal.date_in_future'))
  const asked = await award({})
  await expect(award({})).rejects.toMatchObject(refusal('signatures.asked_already'))
  const redecide = { grantId: grant.id, on: '2026-10-02', decision: 'approved' as const, note: null }
  await expect(fundManager.grants.decide({ ...redecide, amount: usd(1), ...key() })).rejects.toMatchObject(
    refusal('signatures.asked_already'),
  )
  await expect(fundManager.signatures.confirm({ id: asked.id, ...key() })).rejects.toMatchObject(
    refusal('signatures.same_person'),
  )
  await confirm(asked.id)
  await expect(award({})).rejects.toMatchObject(refusal('grants.awarded_already'))
  await expect(fundManager.grants.decide({ ...redecide, amount: usd(1), ...key() })).rejects.toMatchObject(
    refusal('grants.awarded_already'),
  )
  const inYen = await fund.anApprovedGrant({ amount: { amountMinor: 100, currency: 'AED' } })
  await expect(fundManager.grants.award(anAwardOf(inYen))).rejects.toMatchObject(refusal('fund.rate_missing'))
})

test('nothing is paid, cut or refunded beyond what is there, before the award, or in a wrong currency', async () => {
  const approved = await fund.anApprovedGrant({ amount: usd(1_000) })
  const grant = await fund.anAward({ amount: usd(1_000) })
  const { dollars, euros } = fund
  const pay = (over: object) =>
    fundManager.grants.disburse({
      grantId: grant.id,
      bankAccountId: dollars,
      on: '2026-10-12',
      amount: usd(1_000),
      left: null,
      document: 'D',
      ...key(),
      ...over,
    })
  await expect(pay({ grantId: approved.id })).rejects.toMatchObject(refusal('grants.not_awarded'))
  await expect(pay({ amount: usd(1_001) })).rejects.toMatchObject(
    refusal('grants.more_than_payable', { amount: '10.00', currency: 'USD' }),
  )
  await expect(pay({ amount: eur(10) })).rejects.toMatchObject(refusal('grants.other_currency'))
  await expect(pay({ on: '2026-10-04' })).rejects.toMatchObject(refusal('grants.before_awarded'))
  await expect(pay({ on: '2026-11-25' })).rejects.toMatchObject(refusal('journal.date_in_future'))
  await expect(pay({ left: usd(1_000) })).rejects.toMatchObject(refusal('grants.same_currency'))
  await expect(pay({ bankAccountId: euros })).rejects.toMatchObject(refusal('grants.account_amount_missing'))
  await expect(pay({ bankAccountId: euros, left: usd(1) })).rejects.toMatchObject(refusal('treasury.account_currency'))
  await expect(pay({ bankAccountId: euros, left: eur(1) })).rejects.toMatchObject(refusal('treasury.more_than_held'))
  const cut = { grantId: grant.id, on: '2026-10-12', amount: usd(1_001), reason: 'Less', ...key() }
  await expect(fundManager.grants.cut(cut)).rejects.toMatchObject(refusal('grants.more_than_payable'))
  const refund = { grantId: grant.id, bankAccountId: dollars, on: '2026-10-12', came: null, document: 'R', ...key() }
  await expect(fundManager.grants.recordRefund({ ...refund, amount: usd(1) })).rejects.toMatchObject(
    refusal('grants.more_than_disbursed', { amount: '0.00' }),
  )
})

test('what comes in badly is refused at its field: counts that contradict, two kinds alike, people who do not add up', async () => {
  const { callId, granteeId } = fund
  const issueOf = (call: Promise<unknown>) => call.then(() => 'let in').catch((error) => String(error.message))
  expect(await issueOf(fundManager.grants.openCall(aCall({ eligible: 121 })))).toContain('more_eligible_than_received')
  expect(await issueOf(fundManager.grants.openCall(aCall({ shortlisted: 81 })))).toContain('more_shortlisted')
  expect(await issueOf(fundManager.grants.openCall(aCall({ closedOn: '2026-01-01' })))).toContain('closed_before')
  const twice = aProposal({ callId, granteeId, aidKinds: ['legal', 'legal'] })
  expect(await issueOf(fundManager.grants.propose(twice))).toContain('kind_twice')
  expect(await issueOf(fundManager.grants.propose(aProposal({ callId, granteeId, placeCode: '999' })))).toContain(
    'grants.place_unknown',
  )
  expect(await issueOf(fundManager.grants.propose(aProposal({ callId, granteeId: randomUUID() })))).toContain(
    'grants.grantee_unknown',
  )
  const grant = await fund.anAward({ amount: usd(100) })
  const people = [{ sex: 'male' as const, ageGroup: 'adult' as const, form: 'LABOUR' as const, people: 5 }]
  const report = {
    grantId: grant.id,
    kind: 'narrative' as const,
    dueOn: '2026-11-15',
    accepted: false,
    people,
    ...key(),
  }
  expect(
    await issueOf(fundManager.grants.recordReport({ ...report, receivedOn: '2026-11-15', assisted: 6 })),
  ).toContain('people_sum')
  expect(await issueOf(fundManager.grants.recordReport({ ...report, receivedOn: null, assisted: 5 }))).toContain(
    'report_not_received',
  )
})

test('an award that was reversed can be awarded anew, on another plan; one that was built upon is not reversed', async () => {
  const grant = await fund.anAward({ amount: usd(3_000) })
  const { entries } = await story(grant.reference)
  const reverse = async (number: number) => {
    const { id } = await fundManager.journal.reverse({ number, on: '2026-11-20', reason: 'Mistake', ...key() })
    return confirm(id)
  }
  const cut = { grantId: grant.id, on: '2026-11-01', amount: usd(3_000), reason: 'Less', ...key() }
  await fundManager.grants.cut(cut)
  expect((await story(grant.reference)).life).toBe('cancelled')
  const award = entries[0]?.number ?? 0
  await expect(reverse(award)).rejects.toMatchObject(refusal('journal.built_upon'))
  const booked = (await story(grant.reference)).entries
  await reverse(booked.at(-1)?.number ?? 0)
  await reverse(award)
  expect(await story(grant.reference)).toMatchObject({ life: 'approved', awardedOn: null, instalments: [] })
  const asked = await fundManager.grants.award(anAwardOf(grant, { on: '2026-11-21' }))
  await confirm(asked.id)
  expect(await story(grant.reference)).toMatchObject({ life: 'awarded', awardedOn: '2026-11-21' })
})

test('lists find by name, call, kind, life and visibility', async () => {
  const { id: callId } = await fundManager.grants.openCall(aCall({ title: { en: 'A call of its own' } }))
  const grant = await fund.anAward({ callId, amount: usd(500), aidKinds: ['financial'], visibility: 'withheld' })
  const found = async (filter: object) =>
    (await fundManager.grants.rows({ locale, ...filter })).rows.map(({ reference }) => reference)
  expect(await found({ callId })).toEqual([grant.reference])
  for (const filter of [
    { text: grant.reference.toLowerCase() },
    { text: 'REFUGE' },
    { text: 'legal aid' },
    { aidKind: 'financial' },
    { life: 'awarded' },
    { visibility: 'withheld' },
  ]) {
    expect([filter, await found({ callId, ...filter })]).toEqual([filter, [grant.reference]])
  }
  expect(await found({ callId, life: 'declined' })).toEqual([])
  expect(await found({ text: '100%' })).toEqual([])
  const calls = await fundManager.grants.calls()
  expect(calls.find((call) => call.id === callId)).toMatchObject({ proposals: 1, awarded: 1, confirmed: false })
})

test('a closed period takes no award, payment, cut or refund', async () => {
  const approved = await fund.anApprovedGrant({ amount: usd(700) })
  const grant = await fund.anAward({ amount: usd(700) })
  await sql`insert into closed_period (until_on, closed_by) values ('2026-10-31', 'Test')`.execute(world.db)
  const on = '2026-10-20'
  const closed = refusal('journal.period_closed')
  await expect(fundManager.grants.award(anAwardOf(approved, { on }))).rejects.toMatchObject(closed)
  const paid = { grantId: grant.id, bankAccountId: fund.dollars, on, amount: usd(1), document: 'D' }
  await expect(fundManager.grants.disburse({ ...paid, left: null, ...key() })).rejects.toMatchObject(closed)
  await expect(fundManager.grants.recordRefund({ ...paid, came: null, ...key() })).rejects.toMatchObject(closed)
  const cut = { grantId: grant.id, on, amount: usd(1), reason: 'Less', ...key() }
  await expect(fundManager.grants.cut(cut)).rejects.toMatchObject(closed)
})

test('every standing check of the fund and its grants holds after all this', async () => {
  const system = world.contextOf({ kind: 'system', name: 'test' })
  for (const check of [...fundChecks, ...grantChecks]) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
  }
})
