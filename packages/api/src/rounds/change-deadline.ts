import { getRound, updateDeadline } from '@concert/db/rounds'
import { DomainError } from '@concert/domain/errors'
import type { DeadlineChange, Round } from '@concert/domain/round'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { requireOpenRound } from './require-open.ts'

/** Gives the agencies more time, or less. */
export function changeDeadline(ctx: Context, { roundId, deadline }: DeadlineChange): Promise<Round> {
  return inTransaction(ctx, async (trx) => {
    const before = await requireOpenRound(trx, roundId)
    if (deadline < before.fromOn) throw new DomainError('rounds.deadline_early', {}, 'deadline')
    await updateDeadline(trx, roundId, deadline)
    const values = { before: before.deadline, deadline }
    await recordAudit(trx, ctx, 'round.deadline_changed', { type: 'round', id: roundId }, values)
    return getRound(trx, roundId)
  })
}
