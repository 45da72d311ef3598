import { postEntry } from '@concert/db/journal'
import { getPledgeCondition } from '@concert/db/pledges'
import { DomainError } from '@concert/domain/errors'
import { conditionMetEntry } from '@concert/domain/journal/pledge-entries'
import type { Money } from '@concert/domain/money'
import type { PledgeCondition } from '@concert/domain/pledge'
import { type ConditionMeeting, matchedAtMost } from '@concert/domain/pledge-changes'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockPledge, requireAtMost } from './lock-pledge.ts'

/** What was signed on a condition is owed from now on, all of it or the part for which the condition came true. */
export function meetCondition(ctx: Context, input: ConditionMeeting): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.meetCondition', body: input }, async (trx) => {
    const { id, reference, about, carried, currency } = await lockPledge(trx, ctx, input)
    const { amount, on, reason, othersGave } = input
    requireAtMost(amount, carried.conditional.amount, 'pledges.more_than_conditional')
    requireMatched(await getPledgeCondition(trx, id), carried.formalised.amount, amount, othersGave)
    const rate = await getRateOn(trx, currency, on)
    const entry = conditionMetEntry(about, amount, carried.conditional, on, rate, reason)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { reference, amount, on, reason, othersGave }
    await recordAudit(trx, ctx, 'pledge.condition_met', { type: 'pledge', id }, values)
    return { reference }
  })
}

/** A donor who matches others gives at most a share of the total, whatever was given before. */
function requireMatched(
  { matchPercent }: PledgeCondition,
  given: Money,
  amount: Money,
  othersGave: Money | null,
): void {
  if (matchPercent === null) return
  if (othersGave === null) throw new DomainError('pledges.others_missing', {}, 'othersGave')
  if (othersGave.currency !== amount.currency) {
    throw new DomainError('pledges.other_currency', { currency: amount.currency }, 'othersGave')
  }
  const most = matchedAtMost(matchPercent, othersGave)
  const left = { ...most, amountMinor: Math.max(0, most.amountMinor - given.amountMinor) }
  requireAtMost(amount, left, 'pledges.more_than_matched')
}
