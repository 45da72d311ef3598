import { postEntry } from '@concert/db/journal'
import { toStanding } from '@concert/db/pledges'
import { DomainError } from '@concert/domain/errors'
import { withdrawalEntry } from '@concert/domain/journal/pledge-entries'
import { notYetFormalised } from '@concert/domain/journal/pledge-standing'
import type { PledgeWithdrawal } from '@concert/domain/pledge-changes'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockPledge } from './lock-pledge.ts'

/** The donor takes back all that is still open. What was received stays received. */
export function withdrawPledge(ctx: Context, input: PledgeWithdrawal): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.withdraw', body: input }, async (trx) => {
    const { id, reference, about, carried } = await lockPledge(trx, ctx, input)
    const { on, reason } = input
    const ground = {
      announced: carried.announced,
      conditional: carried.conditional,
      receivable: carried.outstanding,
      notYetFormalised: notYetFormalised(toStanding(carried)),
    }
    const open = [ground.conditional.amount, ground.receivable.amount, ground.notYetFormalised]
    if (open.every(({ amountMinor }) => amountMinor === 0)) throw new DomainError('pledges.nothing_open', { reference })
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), withdrawalEntry(about, ground, on, reason))
    await recordAudit(trx, ctx, 'pledge.withdrawn', { type: 'pledge', id }, { reference, open, on, reason })
    return { reference }
  })
}
