import { saveDigestChoice } from '@concert/db/digests'
import type { DigestChoice } from '@concert/domain/digest'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { whoAsks } from '../users/who-asks.ts'

export function changeDigest(ctx: Context, choice: DigestChoice): Promise<void> {
  const { userId } = whoAsks(ctx)
  return inTransaction(ctx, async (trx) => {
    await saveDigestChoice(trx, userId, choice, ctx.now().toISOString())
    await recordAudit(trx, ctx, 'digest.changed', { type: 'user', id: userId }, choice)
  })
}
