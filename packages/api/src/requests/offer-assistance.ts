import { insertOffer } from '@concert/db/request-life'
import { DomainError } from '@concert/domain/errors'
import { type OfferRecord, takesOffers } from '@concert/domain/request'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { openRequest, requireImpersonal } from './open-request.ts'

/** An agency's focal point says what the agency can do, and from when. */
export function offerAssistance(ctx: Context, input: OfferRecord): Promise<{ id: string }> {
  const { idempotencyKey, reference, ...offer } = input
  const body = { reference, ...offer }
  return once(ctx, { key: idempotencyKey, procedure: 'requests.offer', body }, async (trx) => {
    const agencyId = ctx.actor.kind === 'person' ? ctx.actor.agencyId : null
    if (agencyId === null) throw new DomainError('requests.no_agency', {})
    const { request } = await openRequest(trx, reference)
    if (!takesOffers(request.stage)) throw new DomainError('requests.closed', {})
    requireImpersonal(offer.what, 'what')
    requireImpersonal(offer.note, 'note')
    const id = await insertOffer(trx, { ...offer, requestId: request.id, agencyId, madeBy: actorUserId(ctx) })
    if (id === undefined) throw new DomainError('requests.offered_already', {})
    await recordAudit(trx, ctx, 'request.offered', { type: 'request', id: request.id }, { agencyId, ...body })
    return { id }
  })
}
