import { randomUUID } from 'node:crypto'
import { DomainError } from '@concert/domain/errors'
import { TRPCError } from '@trpc/server'
import { beforeEach, expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, type FundWorld, secretName, usd } from '../../testing/fund.ts'
import { aWorld, type World } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { inTransaction } from '../transaction.ts'

const locale = 'en' as const
const reason = 'The agency of the same State'
const key = () => ({ idempotencyKey: randomUUID() })

let world: World
let fund: FundWorld
beforeEach(async () => {
  world = await aWorld()
  fund = await aFund(world)
})

const record = (id: string) => world.fundManager.donors.record({ id, locale })
const merge = (fromId: string, intoId: string) => world.fundManager.donors.merge({ fromId, intoId, reason, ...key() })
const undo = (mergeId: string) => world.fundManager.donors.undoMerge({ mergeId, reason: 'They differ', ...key() })
const announce = (donorId: string, amount = usd(100_000)) =>
  world.fundManager.pledges.announce(anAnnouncement({ donorId, amount }))
const pay = (donorId: string, amount = usd(50_000), pledgeId?: string) =>
  world.fundManager.payments.record(
    aPayment({ donorId, bankAccountId: fund.dollars, amount, allocations: pledgeId ? [allOf(pledgeId, amount)] : [] }),
  )

async function refusal(work: Promise<unknown>): Promise<{ code: string; params: object; field: string | undefined }> {
  try {
    await work
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof DomainError) {
      const { code, params, field } = error.cause
      return { code, params, field }
    }
    throw error
  }
  throw new Error('It was not refused')
}

async function expectTrueBooks(): Promise<void> {
  const system = world.contextOf({ kind: 'system', name: 'test' })
  for (const check of fundChecks) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
  }
}

test('what a merged donor pledged, paid and was called is the other one’s, and every total follows', async () => {
  const own = await announce(fund.donorId, usd(70_000))
  const theirs = await announce(fund.otherDonorId)
  await pay(fund.otherDonorId, usd(40_000), theirs.id)
  await pay(fund.otherDonorId, usd(5_000))
  const before = await world.anyone.fund.totals({ locale })
  await merge(fund.otherDonorId, fund.donorId)
  await expectTrueBooks()

  const merged = await record(fund.donorId)
  expect(merged).toMatchObject({ pledges: 2, announcedUsd: 170_000, receivedUsd: 40_000, unallocatedUsd: 5_000 })
  expect(merged.name).toBe('Donor State A')
  expect(merged.names.map(({ name, role }) => [name, role])).toEqual([
    ['Donor State A', 'main'],
    ['Donor State B', 'also'],
  ])
  const after = await world.anyone.fund.totals({ locale })
  expect(after.totals).toEqual({ ...before.totals, donors: before.totals.donors - 1 })
  expect(after.byDonor).toEqual([
    { id: fund.donorId, name: 'Donor State A', announcedUsd: 170_000, formalisedUsd: 40_000, receivedUsd: 40_000 },
  ])
  const { rows } = await world.anyone.pledges.list({ donorId: fund.donorId, locale })
  expect(rows.map(({ reference }) => reference).sort()).toEqual([own.reference, theirs.reference].sort())
})

test('the address and the filter of a merged donor lead to the one that it became; search finds its names', async () => {
  await announce(fund.otherDonorId)
  await merge(fund.otherDonorId, fund.donorId)
  expect(await world.anyone.donors.get({ id: fund.otherDonorId, locale })).toMatchObject({ id: fund.donorId })
  expect(await record(fund.otherDonorId)).toMatchObject({ id: fund.donorId })
  expect((await world.anyone.pledges.list({ donorId: fund.otherDonorId, locale })).total).toBe(1)
  expect((await world.fundManager.payments.rows({ donorId: fund.otherDonorId, locale })).total).toBe(0)
  const found = await world.anyone.donors.list({ text: 'state b', locale })
  expect(found.rows.map(({ id, name }) => [id, name])).toEqual([[fund.donorId, 'Donor State A']])
  const all = await world.fundManager.donors.records({ locale })
  expect(all.rows.map(({ id }) => id)).not.toContain(fund.otherDonorId)
})

test('undoing moves back exactly what the merge moved; what came since stays', async () => {
  const theirs = await announce(fund.otherDonorId)
  const before = await record(fund.otherDonorId)
  const { mergeId } = await merge(fund.otherDonorId, fund.donorId)
  const since = await announce(fund.donorId, usd(30_000))
  await world.fundManager.pledges.formalise({
    pledgeId: theirs.id,
    formalisedOn: '2026-10-01',
    amount: usd(100_000),
    evidence: 'Letters',
    conditional: false,
    instalments: null,
    ...key(),
  })
  await undo(mergeId)
  await expectTrueBooks()
  expect(await record(fund.otherDonorId)).toEqual({ ...before, formalisedUsd: 100_000, outstandingUsd: 100_000 })
  const stays = await world.fundManager.pledges.rows({ donorId: fund.donorId, locale })
  expect(stays.rows.map(({ reference }) => reference)).toEqual([since.reference])
  expect((await record(fund.donorId)).names).toHaveLength(1)
  expect(await refusal(undo(mergeId))).toMatchObject({ code: 'donors.undone_already' })
})

test('a name that both go by stays, and comes back', async () => {
  const name = { name: 'The Union', language: 'en' as const, role: 'also' as const, since: null }
  for (const donorId of [fund.donorId, fund.otherDonorId]) {
    await world.fundManager.donors.addName({ donorId, name, ...key() })
  }
  await world.fundManager.donors.addName({ donorId: fund.otherDonorId, name: { ...name, role: 'main' }, ...key() })
  const before = await record(fund.otherDonorId)
  const { mergeId } = await merge(fund.otherDonorId, fund.donorId)
  expect((await record(fund.donorId)).names.filter((known) => known.name === name.name)).toHaveLength(1)
  await undo(mergeId)
  expect((await record(fund.otherDonorId)).names).toEqual(before.names)
})

test('refuses a donor with itself, with one merged away, and a chain, and says what to do', async () => {
  expect((await world.fundManager.donors.records({ locale })).total).toBe(3)
  await expect(merge(fund.donorId, fund.donorId)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const thirdId = (
    await world.fundManager.donors.register({
      kind: 'GOV',
      names: [{ name: 'Donor State C', language: 'en', role: 'main', since: null }],
      placeCode: null,
      anonymous: false,
      ...key(),
    })
  ).id
  await merge(fund.otherDonorId, fund.donorId)
  expect(await refusal(merge(thirdId, fund.otherDonorId))).toEqual({
    code: 'donors.merged_away',
    params: { name: 'Donor State A' },
    field: 'intoId',
  })
  expect(await refusal(merge(fund.otherDonorId, thirdId))).toMatchObject({
    code: 'donors.merged_away',
    field: 'fromId',
  })
  expect(await refusal(merge(fund.donorId, thirdId))).toEqual({
    code: 'donors.merge_chain',
    params: { name: 'Donor State A', former: 'Donor State B', other: 'Donor State C' },
    field: 'fromId',
  })
  await merge(thirdId, fund.donorId)
  await expectTrueBooks()
})

test('refuses to publish a name or to hide one', async () => {
  expect(await refusal(merge(fund.anonymousId, fund.donorId))).toMatchObject({ code: 'donors.would_publish' })
  expect(await refusal(merge(fund.donorId, fund.anonymousId))).toMatchObject({ code: 'donors.would_hide' })
})

test('a pledge whose announcement was reversed moves too, and is still not counted', async () => {
  const { id, reference } = await announce(fund.otherDonorId)
  const { entries } = await world.fundManager.pledges.story({ reference, locale })
  const number = entries[0]?.number ?? 0
  const asked = await world.fundManager.journal.reverse({ number, on: '2026-11-24', reason: 'Not theirs', ...key() })
  await world.as('fund_manager').signatures.confirm({ id: asked.id, ...key() })
  const before = await record(fund.otherDonorId)
  await merge(fund.otherDonorId, fund.donorId)
  expect(await record(fund.donorId)).toMatchObject({ pledges: before.pledges, announcedUsd: 0 })
  expect((await world.fundManager.pledges.rows({ donorId: fund.donorId, locale })).rows.map((row) => row.id)).toEqual([
    id,
  ])
  await expectTrueBooks()
})

test('two anonymous donors become one, and nobody learns a name', async () => {
  const anotherId = (
    await world.fundManager.donors.register({
      kind: 'IND',
      names: [{ name: 'Another Secretname', language: 'en', role: 'main', since: null }],
      placeCode: null,
      anonymous: true,
      ...key(),
    })
  ).id
  await announce(fund.anonymousId)
  await announce(anotherId)
  await merge(anotherId, fund.anonymousId)
  await expectTrueBooks()
  expect((await world.anyone.fund.totals({ locale })).totals).toMatchObject({ donors: 1, pledges: 2 })
  const seen = JSON.stringify([
    await world.anyone.donors.list({ locale }),
    await world.anyone.pledges.list({ locale }),
    await world.anyone.fund.totals({ locale }),
  ])
  expect(seen).not.toContain('Secretname')
  expect(seen).not.toContain(secretName)
  await expect(world.anyone.donors.get({ id: anotherId, locale })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('new pledges, payments and names of a merged donor are refused with the name of the one it became', async () => {
  await merge(fund.otherDonorId, fund.donorId)
  const refused = { code: 'donors.merged_away', params: { name: 'Donor State A' }, field: 'donorId' }
  expect(await refusal(announce(fund.otherDonorId))).toEqual(refused)
  expect(await refusal(pay(fund.otherDonorId))).toEqual(refused)
  const name = { name: 'Too late', language: 'en' as const, role: 'also' as const, since: null }
  expect(await refusal(world.fundManager.donors.addName({ donorId: fund.otherDonorId, name, ...key() }))).toEqual(
    refused,
  )
})

test('chosen pledges and payments are split off to a new donor, and a payment only with what it pays', async () => {
  const kept = await announce(fund.donorId)
  const moved = await announce(fund.donorId, usd(80_000))
  const payment = await pay(fund.donorId, usd(20_000), moved.id)
  const split = (paymentIds: string[]) =>
    world.fundManager.donors.split({
      fromId: fund.donorId,
      pledgeIds: [moved.id],
      paymentIds,
      target: { to: 'new', kind: 'IGO', name: { name: 'Donor Bank D', language: 'en' } },
      reason,
      ...key(),
    })
  expect(await refusal(split([]))).toMatchObject({
    code: 'donors.split_across',
    params: { pairs: `${payment.reference} → ${moved.reference}` },
  })
  const { id } = await split([payment.id])
  await expectTrueBooks()
  expect(await record(id)).toMatchObject({ kind: 'IGO', pledges: 1, announcedUsd: 80_000, receivedUsd: 20_000 })
  const rest = await world.fundManager.pledges.rows({ donorId: fund.donorId, locale })
  expect(rest.rows.map(({ reference }) => reference)).toEqual([kept.reference])
  expect(await refusal(split([payment.id]))).toMatchObject({ code: 'donors.split_not_owned' })
})

test('a merge of which something was moved on, or paid across, is not undone, with the references', async () => {
  const theirs = await announce(fund.otherDonorId)
  const { mergeId } = await merge(fund.otherDonorId, fund.donorId)
  const payment = await pay(fund.donorId, usd(10_000), theirs.id)
  expect(await refusal(undo(mergeId))).toMatchObject({
    code: 'donors.undo_across',
    params: { pairs: `${payment.reference} → ${theirs.reference}` },
  })
  const target = { to: 'new' as const, kind: 'GOV' as const, name: { name: 'Donor State E', language: 'en' as const } }
  const chosen = { pledgeIds: [theirs.id], paymentIds: [payment.id] }
  await world.fundManager.donors.split({ fromId: fund.donorId, ...chosen, target, reason, ...key() })
  expect(await refusal(undo(mergeId))).toMatchObject({
    code: 'donors.moved_on',
    params: { references: theirs.reference, count: 1 },
  })
})

test('the history of a donor tells merges, splits and names with who, when and why', async () => {
  const theirs = await announce(fund.otherDonorId)
  const { mergeId } = await merge(fund.otherDonorId, fund.donorId)
  const history = (id: string) => world.fundManager.donors.history({ id, locale })
  expect((await history(fund.donorId))[0]).toMatchObject({
    kind: 'merged_in',
    by: 'A fund_manager',
    reason,
    other: { id: fund.otherDonorId, name: 'Donor State B' },
    references: [theirs.reference],
    moved: { pledges: 1, payments: 0 },
    mergeId,
  })
  await undo(mergeId)
  expect((await history(fund.donorId)).map(({ kind }) => kind)).toEqual(['undone_in', 'merged_in', 'registered'])
  expect((await history(fund.otherDonorId)).map(({ kind }) => kind)).toEqual(['came_back', 'merged_away', 'registered'])
  expect((await history(fund.donorId)).every((event) => event.mergeId === null)).toBe(true)
})

test('only fund managers may move anything, even past the program', async () => {
  const by = { merged_by_name: 'Nobody', reason, from_id: fund.otherDonorId, into_id: fund.donorId }
  const coordinator = world.contextOf({
    kind: 'person',
    userId: randomUUID(),
    name: 'A coordinator',
    agencyId: null,
    roles: ['coordinator', 'administrator'],
  })
  await expect(inTransaction(coordinator, (trx) => trx.insertInto('donor_merge').values(by).execute())).rejects.toThrow(
    /row-level security/,
  )
  const manager = world.contextOf({
    ...coordinator.actor,
    kind: 'person',
    userId: randomUUID(),
    name: 'A manager',
    agencyId: null,
    roles: ['fund_manager'],
  })
  await expect(
    inTransaction(manager, (trx) =>
      trx.updateTable('donor').set({ anonymous: false }).where('id', '=', fund.anonymousId).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
  const pledge = await announce(fund.donorId)
  const move = {
    split_id: null,
    merge_id: randomUUID(),
    from_id: fund.donorId,
    into_id: fund.otherDonorId,
    pledge_id: pledge.id,
  }
  await expect(
    inTransaction(manager, (trx) =>
      trx
        .insertInto('donor_move')
        .values({ ...move, payment_id: null, name_id: null, name_role: null })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})
