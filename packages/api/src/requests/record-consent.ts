import { insertConsent } from '@concert/db/request-life'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { ConsentRecord } from '@concert/domain/request'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openRequest } from './open-request.ts'

/** The State agrees to be named in public as one that asked: when, how, and in which document. */
export function recordConsent(ctx: Context, input: ConsentRecord): Promise<void> {
  const { reference, ...consent } = input
  return inTransaction(ctx, async (trx) => {
    const { request } = await openRequest(trx, reference)
    if (consent.givenOn > today(ctx.now())) throw new DomainError('requests.in_future', {}, 'givenOn')
    const isNew = await insertConsent(trx, request.id, consent, actorUserId(ctx))
    if (!isNew) throw new DomainError('requests.consent_stands', {})
    await recordAudit(trx, ctx, 'request.consent_recorded', { type: 'request', id: request.id }, input)
  })
}
