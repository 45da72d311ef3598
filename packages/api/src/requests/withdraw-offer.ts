import { getOffer, updateOfferWithdrawn } from '@concert/db/request-life'
import { DomainError, NotFound } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openRequest } from './open-request.ts'

/** An agency takes its offer back, as long as the State has not taken it. */
export function withdrawOffer(ctx: Context, input: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const { requestReference } = await getOffer(trx, input.id)
    const { request } = await openRequest(trx, requestReference)
    const offer = await getOffer(trx, input.id)
    if (ctx.actor.kind === 'person' && ctx.actor.agencyId !== offer.agencyId) throw new NotFound('offer')
    if (offer.acceptedOn !== null || offer.withdrawnAt !== null) throw new DomainError('requests.offer_settled', {})
    await updateOfferWithdrawn(trx, offer.id)
    await recordAudit(trx, ctx, 'request.offer_withdrawn', { type: 'request', id: request.id }, { offer: offer.id })
  })
}
