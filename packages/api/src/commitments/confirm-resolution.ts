import { confirmResolution as confirm } from '@concert/db/commitments'
import { DomainError } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A coordinator vouches for a resolution: everyone sees it from now on. */
export function confirmResolution(ctx: Context, input: { symbol: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    if (!(await confirm(trx, input.symbol, actorUserId(ctx)))) throw new DomainError('commitments.nothing_to_confirm')
    await recordAudit(trx, ctx, 'resolution.confirmed', { type: 'resolution', id: input.symbol }, {})
  })
}
