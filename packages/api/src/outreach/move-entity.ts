import { findMemberships } from '@concert/db/agencies'
import type { Trx } from '@concert/db/client'
import { getOutreachEntity, insertOutreachStep, updateOutreachEntity } from '@concert/db/outreach'
import { DomainError } from '@concert/domain/errors'
import { nextStages, type OutreachEntity, type OutreachMove } from '@concert/domain/outreach'
import { actorName } from '../actor-name.ts'
import { openMembership } from '../agencies/add-membership.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** One dated step of an entity. Who joins is a member from then on: the membership is written with the step. */
export function moveEntity(ctx: Context, input: OutreachMove): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'outreach.move', body }, async (trx) => {
    const entity = await getOutreachEntity(trx, input.id)
    if (!nextStages(entity.stage).includes(input.stage))
      throw new DomainError('outreach.not_the_next_stage', {}, 'stage')
    const last = entity.steps.at(-1)
    if (last && input.on < last.on) throw new DomainError('outreach.before_the_last_step', { on: last.on }, 'on')
    const agencyId = input.stage === 'joined' ? input.agencyId : null
    await updateOutreachEntity(trx, entity.id, { ...input, agencyId })
    await insertOutreachStep(trx, entity.id, {
      stage: input.stage,
      on: input.on,
      note: input.note,
      byName: actorName(ctx),
    })
    if (agencyId !== null) await makeMember(trx, ctx, entity, agencyId, input.memberFrom)
    await recordAudit(trx, ctx, `outreach.${input.stage}`, { type: 'outreach_entity', id: entity.id }, body)
    return { id: entity.id }
  })
}

async function makeMember(
  trx: Trx,
  ctx: Context,
  { name }: OutreachEntity,
  agencyId: string,
  from: string | null,
): Promise<void> {
  const memberships = await findMemberships(trx, { agencyId })
  if (memberships.some(({ role, untilOn }) => role === 'member' && untilOn === null)) return
  const source = `Joined the group: ${name}`
  await openMembership(trx, ctx, { agencyId, role: 'member', from, until: null, source })
}
