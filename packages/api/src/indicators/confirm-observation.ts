import { confirmObservation as confirm } from '@concert/db/indicators'
import { DomainError } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A coordinator vouches for an observation: everyone sees it from now on. */
export function confirmObservation(ctx: Context, { id }: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const indicator = await confirm(trx, id, actorUserId(ctx))
    if (indicator === undefined) throw new DomainError('indicators.nothing_to_confirm')
    await recordAudit(trx, ctx, 'indicator.confirmed', { type: 'indicator', id: indicator }, { id })
  })
}
