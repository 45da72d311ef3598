import { insertOutreachEntity, insertOutreachStep } from '@concert/db/outreach'
import { DomainError } from '@concert/domain/errors'
import type { EntityIdentification } from '@concert/domain/outreach'
import { actorName } from '../actor-name.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** An entity whose mandate touches trafficking and that is not yet active in the group. */
export function identifyEntity(ctx: Context, input: EntityIdentification): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'outreach.identify', body }, async (trx) => {
    const id = await insertOutreachEntity(trx, input)
    if (id === undefined) throw new DomainError('outreach.named_already', { name: input.name }, 'name')
    const step = { stage: 'identified' as const, on: input.on, note: input.note, byName: actorName(ctx) }
    await insertOutreachStep(trx, id, step)
    await recordAudit(trx, ctx, 'outreach.identified', { type: 'outreach_entity', id }, body)
    return { id }
  })
}
