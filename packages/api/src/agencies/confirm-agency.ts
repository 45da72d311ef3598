import { confirmAgency as confirm } from '@concert/db/agencies'
import { DomainError } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A coordinator vouches for an agency: everyone sees it from now on. */
export function confirmAgency(ctx: Context, input: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    if (!(await confirm(trx, input.id, actorUserId(ctx)))) throw new DomainError('agencies.nothing_to_confirm')
    await recordAudit(trx, ctx, 'agency.confirmed', { type: 'agency', id: input.id }, {})
  })
}
