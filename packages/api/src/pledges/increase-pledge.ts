import { postEntry } from '@concert/db/journal'
import { toStanding } from '@concert/db/pledges'
import { DomainError } from '@concert/domain/errors'
import { increaseEntry } from '@concert/domain/journal/pledge-entries'
import { notYetFormalised } from '@concert/domain/journal/pledge-standing'
import { formatMinor, maxAmountMinor } from '@concert/domain/money'
import type { PledgeIncrease } from '@concert/domain/pledge-changes'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockPledge } from './lock-pledge.ts'

/** The donor signs more than was announced. What was announced and is not signed yet is formalised first. */
export function increasePledge(ctx: Context, input: PledgeIncrease): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.increase', body: input }, async (trx) => {
    const { id, reference, about, carried, currency } = await lockPledge(trx, ctx, input)
    const { amount, on, reason } = input
    const unsigned = notYetFormalised(toStanding(carried))
    if (unsigned.amountMinor > 0) {
      throw new DomainError('pledges.formalise_first', { amount: formatMinor(unsigned), currency }, 'amount')
    }
    if (carried.formalised.amount.amountMinor === 0) throw new DomainError('pledges.nothing_signed', {}, 'amount')
    if (carried.formalised.amount.amountMinor + amount.amountMinor > maxAmountMinor) {
      throw new DomainError('fund.amount_too_large', {}, 'amount')
    }
    const entry = increaseEntry(about, amount, on, await getRateOn(trx, currency, on), reason)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    await recordAudit(trx, ctx, 'pledge.increased', { type: 'pledge', id }, { reference, amount, on, reason })
    return { reference }
  })
}
