import { insertAgency } from '@concert/db/memberships'
import { DomainError } from '@concert/domain/errors'
import type { AgencyRegistration } from '@concert/domain/membership'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** An agency that is new to the group. It is a member only through a membership. */
export function registerAgency(ctx: Context, input: AgencyRegistration): Promise<{ id: string; slug: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agencies.register', body }, async (trx) => {
    const id = await insertAgency(trx, body, actorUserId(ctx))
    if (id === undefined) throw new DomainError('agencies.slug_taken', { slug: input.slug }, 'slug')
    await recordAudit(trx, ctx, 'agency.registered', { type: 'agency', id }, body)
    return { id, slug: input.slug }
  })
}
