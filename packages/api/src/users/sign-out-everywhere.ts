import { deleteSessions } from '@concert/db/user-access'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { whoAsks } from './who-asks.ts'

/** Ends every session of the one who asks, on every device. */
export function signOutEverywhere(ctx: Context): Promise<{ sessionsEnded: number }> {
  const { userId } = whoAsks(ctx)
  return inTransaction(ctx, async (trx) => {
    const sessionsEnded = await deleteSessions(trx, userId)
    await recordAudit(trx, ctx, 'user.signed_out_everywhere', { type: 'user', id: userId }, { sessionsEnded })
    return { sessionsEnded }
  })
}
