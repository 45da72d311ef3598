import { getMembership, insertMembershipChange, lockMembershipsOf, updateMembership } from '@concert/db/memberships'
import { DomainError } from '@concert/domain/errors'
import type { MembershipCorrection } from '@concert/domain/membership'
import { actorName } from '../actor-name.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { readPeriod, refuseOverlap } from './add-membership.ts'

/** Changes what is known of a period, its end included; what stood before stays in the history with the reason. */
export function correctMembership(ctx: Context, input: MembershipCorrection): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agencies.correctMembership', body }, async (trx) => {
    const { agencyId } = await getMembership(trx, input.id)
    await lockMembershipsOf(trx, agencyId)
    const { role, fromOn, untilOn, precision, source } = await getMembership(trx, input.id)
    const period = readPeriod(input.from, input.until)
    if (role === 'chair' && period.fromOn === null) throw new DomainError('agencies.chair_needs_a_date', {}, 'from')
    await refuseOverlap(trx, { agencyId, role, id: input.id }, period)
    const before = { fromOn, untilOn, precision, source }
    const after = { ...period, source: input.source }
    await updateMembership(trx, input.id, after)
    const trace = { before, after, reason: input.reason }
    await insertMembershipChange(trx, {
      membershipId: input.id,
      kind: 'corrected',
      ...trace,
      byName: actorName(ctx),
      at: ctx.now().toISOString(),
    })
    await recordAudit(trx, ctx, 'membership.corrected', { type: 'membership', id: input.id }, trace)
    return { id: input.id }
  })
}
