import { deepStrictEqual, ok } from 'node:assert/strict'
import { emptyFund } from '@concert/db/testing/empty-fund'
import { findBalancesOfLines, findFingerprints, findKeptBalances } from '@concert/db/testing/fund-balances'
import { journalInvariants } from '@concert/db/testing/journal-invariants'
import { DomainError } from '@concert/domain/errors'
import { TRPCError } from '@trpc/server'
import { fundChecks } from '../../src/fund/checks.ts'
import { grantChecks } from '../../src/grants/checks.ts'
import { inTransaction } from '../../src/transaction.ts'
import type { World } from '../callers.ts'
import { balancesOf, sumsOf } from './balances.ts'
import type { Command } from './commands.ts'
import { FundModel } from './model.ts'
import { anOffice } from './officers.ts'
import { paymentSteps } from './payment-steps.ts'
import { pledgeSteps } from './pledge-steps.ts'
import { markReversed } from './reversal-rules.ts'
import { signatureSteps } from './signature-steps.ts'
import type { Run, Step } from './steps.ts'
import { treasurySteps } from './treasury-steps.ts'

const steps = { ...pledgeSteps, ...paymentSteps, ...treasurySteps, ...signatureSteps }

/** What happened in a run, so that one that tries nothing is noticed. */
export interface Played {
  accepted: number
  refused: number
}

/**
 * Lets officers do `commands` on an empty fund. After each one its answer and every balance have to be what the
 * reference model says, and nothing booked before may have changed; in the end every invariant has to hold.
 */
export async function playRun(world: World, commands: readonly Command[]): Promise<Played> {
  await emptyFund(world.db)
  const officers = await anOffice(world)
  const run: Run = { model: new FundModel(officers.rates), officers }
  const played: Played = { accepted: 0, refused: 0 }
  let last: { step: Step; answer: unknown } | undefined
  let print = ''
  for (const command of commands) {
    if (command.do === 'again') {
      if (last) await sendAgain(world, last.step, last.answer, command.sameBody)
      continue
    }
    const step = stepOf(run, command)
    if (!step) continue
    const booked = run.model.entries.length
    const outcome = await outcomeOf(step.send)
    const refusal = run.model.attempt(step.rule)
    deepStrictEqual({ command, refusal: outcome.refusal }, { command, refusal })
    if (refusal === undefined) {
      step.accepted?.(outcome.answer)
      markReversed(run.model)
      last = { step, answer: outcome.answer }
      played.accepted += 1
    } else {
      played.refused += 1
    }
    const [kept, lines, prints] = await Promise.all([
      findKeptBalances(world.db),
      findBalancesOfLines(world.db),
      findFingerprints(world.db, booked),
    ])
    deepStrictEqual(kept, balancesOf(run.model))
    deepStrictEqual(lines, sumsOf(run.model))
    ok(prints.thatFar === print, 'something that was booked has changed')
    print = prints.whole
  }
  await requireInvariants(world)
  return played
}

/** As `playRun`, but all at once after the first eight: what is accepted depends on who comes first, what holds does not. */
export async function playAtOnce(world: World, commands: readonly Command[]): Promise<Played> {
  await emptyFund(world.db)
  const officers = await anOffice(world)
  const run: Run = { model: new FundModel(officers.rates), officers }
  const played: Played = { accepted: 0, refused: 0 }
  const perform = async (command: Command) => {
    const step = command.do === 'again' ? undefined : stepOf(run, command)
    if (!step) return
    const { refusal, answer } = await outcomeOf(step.send)
    played[refusal === undefined ? 'accepted' : 'refused'] += 1
    if (refusal === undefined && run.model.attempt(step.rule) === undefined) {
      step.accepted?.(answer)
      markReversed(run.model)
    }
  }
  for (const command of commands.slice(0, 8)) await perform(command)
  await Promise.all(commands.slice(8).map(perform))
  await requireInvariants(world)
  return played
}

/** Throws unless every standing check and every invariant of the journal holds. */
export async function requireInvariants(world: World): Promise<void> {
  const system = world.contextOf({ kind: 'system', name: 'test' })
  const found: Record<string, unknown> = {}
  for (const check of [...fundChecks, ...grantChecks]) {
    const outcome = await inTransaction(system, (trx) => check.run(trx, world.clock.now))
    if (!outcome.ok) found[check.id] = outcome
  }
  for (const { number, find } of journalInvariants) {
    const violations = await find(world.db)
    if (violations.length > 0) found[`invariant ${number}`] = violations
  }
  deepStrictEqual(found, {})
}

function stepOf(run: Run, command: Exclude<Command, { do: 'again' }>): Step | undefined {
  const toStep = steps[command.do] as (run: Run, command: Command) => Step | undefined
  return toStep(run, command)
}

async function sendAgain(world: World, step: Step, answer: unknown, sameBody: boolean): Promise<void> {
  const before = await findBalancesOfLines(world.db)
  if (sameBody) deepStrictEqual(await step.send(), answer)
  else if (step.sendOtherwise) deepStrictEqual(await outcomeOf(step.sendOtherwise), { refusal: 'errors.key_reused' })
  deepStrictEqual(await findBalancesOfLines(world.db), before)
}

/** The answer, or the code of a refusal in words. Anything else is a fault. */
async function outcomeOf(send: () => Promise<unknown>): Promise<{ answer?: unknown; refusal?: string }> {
  try {
    return { answer: await send() }
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof DomainError) return { refusal: error.cause.code }
    throw error
  }
}
