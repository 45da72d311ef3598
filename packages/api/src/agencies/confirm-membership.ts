import { confirmMembership as confirm, confirmAgency } from '@concert/db/agencies'
import { DomainError } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A coordinator vouches for a membership. Whoever is named a member is named at all: the agency is confirmed with it. */
export function confirmMembership(ctx: Context, input: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const by = actorUserId(ctx)
    const membership = await confirm(trx, input.id, by)
    if (!membership) throw new DomainError('agencies.nothing_to_confirm')
    const { agencyId, role, fromOn, untilOn } = membership
    if (await confirmAgency(trx, agencyId, by)) {
      await recordAudit(trx, ctx, 'agency.confirmed', { type: 'agency', id: agencyId }, {})
    }
    await recordAudit(
      trx,
      ctx,
      'membership.confirmed',
      { type: 'membership', id: input.id },
      { agencyId, role, fromOn, untilOn },
    )
  })
}
