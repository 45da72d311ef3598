import { postEntry } from '@concert/db/journal'
import { conditionalReductionEntry, reductionEntry } from '@concert/domain/journal/pledge-entries'
import type { PledgeReduction } from '@concert/domain/pledge-changes'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockPledge, requireAtMost } from './lock-pledge.ts'

/** By agreement with the donor less is to come. What was only announced is changed as an announcement. */
export function reducePledge(ctx: Context, input: PledgeReduction): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.reduce', body: input }, async (trx) => {
    const { id, reference, about, carried } = await lockPledge(trx, ctx, input)
    const { amount, from, on, reason } = input
    const open = from === 'owed' ? carried.outstanding : carried.conditional
    requireAtMost(amount, open.amount, from === 'owed' ? 'pledges.more_than_owed' : 'pledges.more_than_conditional')
    const entry =
      from === 'owed'
        ? reductionEntry(about, amount, open, on, reason)
        : conditionalReductionEntry(about, amount, open, carried.announced, on, reason)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    await recordAudit(trx, ctx, 'pledge.reduced', { type: 'pledge', id }, { reference, amount, from, on, reason })
    return { reference }
  })
}
