import { updateReport } from '@concert/db/rounds'
import { DomainError } from '@concert/domain/errors'
import type { OneRound } from '@concert/domain/round'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openOwnReport } from './require-open.ts'

/** Takes a cleared report up again while the round is open; its answers stay. */
export function reopenReport(ctx: Context, { roundId }: OneRound): Promise<{ state: 'in_work' }> {
  return inTransaction(ctx, async (trx) => {
    const { agencyId, report } = await openOwnReport(trx, ctx, roundId)
    if (report.state !== 'cleared') throw new DomainError('rounds.not_cleared')
    await updateReport(trx, roundId, agencyId, { state: 'in_work', cleared_at: null, cleared_by: null, listed: [] })
    await recordAudit(trx, ctx, 'round.reopened', { type: 'round', id: roundId }, { agencyId })
    return { state: 'in_work' }
  })
}
