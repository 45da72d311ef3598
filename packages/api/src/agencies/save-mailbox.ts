import { insertAgencyMailbox } from '@concert/db/agency-mailboxes'
import type { Actor } from '@concert/domain/actor'
import { DomainError } from '@concert/domain/errors'
import type { AgencyMailboxSetting } from '@concert/domain/functional-mailbox'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Keeps where an agency answers the group: an address of a function, never of a person. */
export function saveMailbox(ctx: Context, input: AgencyMailboxSetting): Promise<{ address: string | null }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agencies.saveMailbox', body }, async (trx) => {
    if (!mayKeepMailbox(ctx.actor, input.agencyId)) throw new DomainError('agencies.mailbox_not_yours')
    const address = input.address || null
    await insertAgencyMailbox(trx, input.agencyId, {
      address,
      savedBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      savedByName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name,
    })
    await recordAudit(trx, ctx, 'agency.mailbox_saved', { type: 'agency', id: input.agencyId }, { address })
    return { address }
  })
}

/** Focal points keep their own agency's; coordinators and administrators every agency's. */
export function mayKeepMailbox(actor: Actor, agencyId: string): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  if (actor.roles.includes('coordinator') || actor.roles.includes('administrator')) return true
  return actor.roles.includes('focal_point') && actor.agencyId === agencyId
}
