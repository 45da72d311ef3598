import { confirmMembership as confirm, confirmAgency } from '@concert/db/agencies'
import { insertMembershipChange } from '@concert/db/memberships'
import { DomainError } from '@concert/domain/errors'
import { actorName } from '../actor-name.ts'
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
    const { agencyId, role, fromOn, untilOn, precision, source } = membership
    const known = { fromOn, untilOn, precision, source }
    await insertMembershipChange(trx, {
      membershipId: input.id,
      kind: 'confirmed',
      before: known,
      after: known,
      reason: null,
      byName: actorName(ctx),
      at: ctx.now().toISOString(),
    })
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
