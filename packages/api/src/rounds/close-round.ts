import * as rounds from '@concert/db/rounds'
import type { OneRound, Round } from '@concert/domain/round'
import { personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { requireOpenRound } from './require-open.ts'

/** Ends the round: what is cleared stays as it is, and nothing is answered any more. */
export function closeRound(ctx: Context, { roundId }: OneRound): Promise<Round> {
  return inTransaction(ctx, async (trx) => {
    await requireOpenRound(trx, roundId)
    await rounds.closeRound(trx, roundId, ctx.now(), personIdOf(ctx))
    const counts = await rounds.countReports(trx, roundId)
    await recordAudit(trx, ctx, 'round.closed', { type: 'round', id: roundId }, counts)
    return rounds.getRound(trx, roundId)
  })
}
