import { randomUUID } from 'node:crypto'
import { DomainError } from '@concert/domain/errors'
import { TRPCError } from '@trpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { fundChecks } from '../fund/checks.ts'
import { inTransaction } from '../transaction.ts'

const world = await aWorld()
const { fundManager } = world
const fund = await aFund(world)
const system = world.contextOf({ kind: 'system', name: 'test' })
const locale = 'en' as const

const which = fc.nat(1000)
const amount = fc.record({
  amountMinor: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 10 ** 9 })),
  currency: fc.constantFrom('USD', 'EUR'),
})
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('announce' as const), amount, which }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pay' as const), amount, which, share: fc.integer({ min: 0, max: 100 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), which, into: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('split' as const), which, whole: fc.boolean(), anew: fc.boolean() }),
  },
)
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never

interface Run {
  donors: string[]
  pledges: { id: string; reference: string }[]
  merges: string[]
}

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)]
const key = () => ({ idempotencyKey: randomUUID() })

async function aDonor(anonymous: boolean): Promise<string> {
  const names = [{ name: `Donor ${randomUUID()}`, language: 'en' as const, role: 'main' as const, since: null }]
  return (await fundManager.donors.register({ kind: 'GOV', names, placeCode: null, anonymous, ...key() })).id
}

async function perform(run: Run, one: Command): Promise<void> {
  const reason = 'Test'
  const donorId = pick(run.donors, one.which)
  if (donorId === undefined) return
  switch (one.do) {
    case 'announce': {
      run.pledges.push(
        await fundManager.pledges.announce(anAnnouncement({ donorId, amount: one.amount, announcedOn: '2026-10-01' })),
      )
      return
    }
    case 'pay': {
      const pledge = pick(run.pledges, one.which)
      const story = pledge && (await fundManager.pledges.story({ reference: pledge.reference, locale }))
      const part = { ...one.amount, amountMinor: Math.max(1, Math.floor((one.amount.amountMinor * one.share) / 100)) }
      const allocations = pledge && one.share > 0 ? [allOf(pledge.id, part)] : []
      const bankAccountId = one.amount.currency === 'USD' ? fund.dollars : fund.euros
      await fundManager.payments.record(
        aPayment({ donorId: story?.donorId ?? donorId, bankAccountId, amount: one.amount, allocations }),
      )
      return
    }
    case 'merge': {
      const intoId = pick(run.donors, one.into)
      if (intoId === undefined || intoId === donorId) return
      const { mergeId } = await fundManager.donors.merge({ fromId: donorId, intoId, reason, ...key() })
      run.merges.push(mergeId)
      return
    }
    case 'undo': {
      const mergeId = pick(run.merges, one.which)
      if (mergeId !== undefined) await fundManager.donors.undoMerge({ mergeId, reason, ...key() })
      return
    }
    case 'split': {
      const filter = { donorId, locale }
      const pledgeIds = (await fundManager.pledges.rows(filter)).rows.map(({ id }) => id)
      const paymentIds = (await fundManager.payments.rows(filter)).rows.map(({ id }) => id)
      const chosen = one.whole ? { pledgeIds, paymentIds } : { pledgeIds: pledgeIds.slice(0, 1), paymentIds: [] }
      const other = pick(run.donors, one.which + 1)
      if (chosen.pledgeIds.length + chosen.paymentIds.length === 0 || other === undefined || other === donorId) return
      const name = { name: `Donor ${randomUUID()}`, language: 'en' as const }
      const target = one.anew
        ? { to: 'new' as const, kind: 'GOV' as const, name }
        : { to: 'existing' as const, donorId: other }
      run.donors.push((await fundManager.donors.split({ fromId: donorId, ...chosen, target, reason, ...key() })).id)
    }
  }
}

/** Refusals in words are part of the rules; anything else is a fault. */
async function performOrBeRefused(run: Run, one: Command): Promise<void> {
  try {
    await perform(run, one)
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof DomainError) return
    throw error
  }
}

test('whatever is merged, split and undone, in whatever order and at once, every invariant holds', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 26 }), fc.boolean(), async (commands, atOnce) => {
      const run: Run = { donors: [], pledges: [], merges: [] }
      for (const anonymous of [false, false, false, true, true]) run.donors.push(await aDonor(anonymous))
      const [setting, rest] = atOnce ? [commands.slice(0, 10), commands.slice(10)] : [commands, []]
      for (const one of setting) await performOrBeRefused(run, one)
      await Promise.all(rest.map((one) => performOrBeRefused(run, one)))
      for (const check of fundChecks) {
        const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
        expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
      }
    }),
    { numRuns: 20 },
  )
})

test('undoing the merge of two donors puts every number back, whatever they hold', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 8 }), fc.boolean(), async (commands, anonymous) => {
      const run: Run = { donors: [await aDonor(anonymous), await aDonor(anonymous)], pledges: [], merges: [] }
      for (const one of commands) if (one.do === 'announce' || one.do === 'pay') await performOrBeRefused(run, one)
      const [fromId, intoId] = run.donors as [string, string]
      const kept = async () => ({
        records: await Promise.all(run.donors.map((id) => fundManager.donors.record({ id, locale }))),
        totals: (await world.anyone.fund.totals({ locale })).totals,
      })
      const before = await kept()
      const { mergeId } = await fundManager.donors.merge({ fromId, intoId, reason: 'Test', ...key() })
      await fundManager.donors.undoMerge({ mergeId, reason: 'Test', ...key() })
      expect(await kept()).toEqual(before)
    }),
    { numRuns: 15 },
  )
})
