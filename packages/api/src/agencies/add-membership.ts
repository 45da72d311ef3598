import { findMemberships } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { insertMembership, insertMembershipChange, lockMembershipsOf } from '@concert/db/memberships'
import type { Membership } from '@concert/domain/agency'
import { DomainError } from '@concert/domain/errors'
import { type MembershipAddition, type MembershipPeriod, periodOf } from '@concert/domain/membership'
import { actorName } from '../actor-name.ts'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** A coordinator writes down a period in a role, with its source. */
export function addMembership(ctx: Context, input: MembershipAddition): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agencies.addMembership', body }, (trx) =>
    openMembership(trx, ctx, body),
  )
}

type Opening = Omit<MembershipAddition, 'idempotencyKey'>

/** The period itself, for whoever's transaction it is part of. */
export async function openMembership(trx: Trx, ctx: Context, opening: Opening): Promise<{ id: string }> {
  const { agencyId, role, from, until, source } = opening
  const period = readPeriod(from, until)
  await lockMembershipsOf(trx, agencyId)
  await refuseOverlap(trx, { agencyId, role, id: null }, period)
  const after = { ...period, source }
  const id = await insertMembership(trx, { agencyId, role, ...after, by: actorUserId(ctx) })
  const at = ctx.now().toISOString()
  const trace = { membershipId: id, before: null, after, reason: null, byName: actorName(ctx), at }
  await insertMembershipChange(trx, { kind: 'added', ...trace })
  await recordAudit(trx, ctx, 'membership.added', { type: 'membership', id }, { agencyId, role, ...after })
  return { id }
}

export function readPeriod(from: string | null, until: string | null): MembershipPeriod {
  const period = periodOf(from, until)
  if (!period) throw new DomainError('agencies.mixed_precision', {}, 'until')
  return period
}

/** An agency holds a role once at a time; an end that nobody knows is open. The database refuses the same. */
export async function refuseOverlap(
  trx: Trx,
  { agencyId, role, id }: { agencyId: string; role: Membership['role']; id: string | null },
  period: MembershipPeriod,
): Promise<void> {
  const others = (await findMemberships(trx, { agencyId })).filter((other) => other.role === role && other.id !== id)
  const meets = others.some(
    ({ fromOn, untilOn }) =>
      (fromOn ?? '') <= (period.untilOn ?? '9999') && (period.fromOn ?? '') <= (untilOn ?? '9999'),
  )
  if (meets) throw new DomainError('agencies.role_held_already', {}, 'from')
}
