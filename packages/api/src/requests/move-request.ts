import { insertStep } from '@concert/db/request-life'
import { DomainError } from '@concert/domain/errors'
import { nextStages, type RequestMove } from '@concert/domain/request'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { nameOf, openRequest, requireDay, requireImpersonal } from './open-request.ts'

/** Records the next step of a request, on its day. */
export function moveRequest(ctx: Context, input: RequestMove): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const opened = await openRequest(trx, input.reference)
    const { request } = opened
    if (request.stage !== input.from) throw new DomainError('requests.moved_meanwhile', {})
    if (!nextStages(request.stage).includes(input.to)) throw new DomainError('requests.not_next', {}, 'to')
    requireDay(ctx, opened, input.on)
    requireImpersonal(input.note, 'note')
    await insertStep(trx, request.id, { stage: input.to, on: input.on, note: input.note, byName: nameOf(ctx) })
    await recordAudit(trx, ctx, 'request.moved', { type: 'request', id: request.id }, input)
  })
}
