import { randomUUID } from 'node:crypto'
import { DomainError } from '@concert/domain/errors'
import { TRPCError } from '@trpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { inTransaction } from '../transaction.ts'
import { fundChecks } from './checks.ts'

const world = await aWorld()
const { fundManager } = world
const fund = await aFund(world)
const system = world.contextOf({ kind: 'system', name: 'test' })
const locale = 'en' as const
const day = '2026-10-01'

const currency = fc.constantFrom('USD', 'EUR')
const minor = fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 10 ** 9 }))
const which = fc.nat(1000)
const command = fc.oneof(
  fc.record({ do: fc.constant('announce' as const), currency, minor, parts: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    do: fc.constant('formalise' as const),
    which,
    share: fc.integer({ min: 1, max: 120 }),
    conditional: fc.boolean(),
  }),
  fc.record({ do: fc.constant('receive' as const), currency, minor, which, share: fc.integer({ min: 0, max: 110 }) }),
  fc.record({ do: fc.constant('allocate' as const), which, on: which, share: fc.integer({ min: 1, max: 110 }) }),
  fc.record({ do: fc.constant('undo' as const), which }),
)
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never

interface Run {
  pledges: { id: string; reference: string; amount: { amountMinor: number; currency: string } }[]
  payments: { id: string; reference: string }[]
}

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)]
const shareOf = (whole: number, percent: number) => Math.max(1, Math.floor((whole * percent) / 100))

async function perform(run: Run, one: Command): Promise<void> {
  const idempotencyKey = randomUUID()
  switch (one.do) {
    case 'announce': {
      const amount = { amountMinor: one.minor, currency: one.currency }
      const parts = one.minor >= one.parts ? one.parts : 0
      const terms = { amount, count: Math.max(1, parts), every: 'month' as const, from: day }
      const instalments = parts > 0 ? await fundManager.pledges.schedule(terms) : []
      const announcement = anAnnouncement({ donorId: fund.donorId, amount, instalments, announcedOn: day })
      run.pledges.push({ ...(await fundManager.pledges.announce(announcement)), amount })
      return
    }
    case 'formalise': {
      const pledge = pick(run.pledges, one.which)
      if (!pledge) return
      const amount = { ...pledge.amount, amountMinor: shareOf(pledge.amount.amountMinor, one.share) }
      const { conditional } = one
      const terms = { formalisedOn: day, amount, conditional, evidence: 'Letters', instalments: null, idempotencyKey }
      await fundManager.pledges.formalise({ pledgeId: pledge.id, ...terms })
      return
    }
    case 'receive': {
      const amount = { amountMinor: one.minor, currency: one.currency }
      const pledge = pick(run.pledges, one.which)
      const part = { ...amount, amountMinor: shareOf(one.minor, one.share) }
      const allocations = pledge && one.share > 0 ? [allOf(pledge.id, part)] : []
      const bankAccountId = one.currency === 'USD' ? fund.dollars : fund.euros
      const payment = aPayment({ donorId: fund.donorId, bankAccountId, amount, receivedOn: day, allocations })
      run.payments.push(await fundManager.payments.record(payment))
      return
    }
    case 'allocate': {
      const payment = pick(run.payments, one.which)
      const pledge = pick(run.pledges, one.on)
      if (!payment || !pledge) return
      const { unallocated } = await fundManager.payments.story({ reference: payment.reference, locale })
      const amount = { ...unallocated, amountMinor: shareOf(unallocated.amountMinor, one.share) }
      const allocations = [allOf(pledge.id, amount)]
      await fundManager.payments.allocate({ paymentId: payment.id, allocatedOn: day, allocations, idempotencyKey })
      return
    }
    case 'undo': {
      const payment = pick(run.payments, one.which)
      if (!payment) return
      const { allocations } = await fundManager.payments.story({ reference: payment.reference, locale })
      const allocation = pick(allocations, one.which)
      if (!allocation) return
      await fundManager.payments.undoAllocation({ allocationId: allocation.id, reason: 'Test', idempotencyKey })
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

test('whatever officers do, in whatever order and at once, every invariant holds', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 24 }), fc.boolean(), async (commands, atOnce) => {
      const run: Run = { pledges: [], payments: [] }
      const [setting, rest] = atOnce ? [commands.slice(0, 8), commands.slice(8)] : [commands, []]
      for (const one of setting) await performOrBeRefused(run, one)
      await Promise.all(rest.map((one) => performOrBeRefused(run, one)))
      for (const check of fundChecks) {
        const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
        expect([check.id, outcome]).toEqual([check.id, { ok: true, found: 0, detail: '' }])
      }
    }),
    { numRuns: 25 },
  )
})
