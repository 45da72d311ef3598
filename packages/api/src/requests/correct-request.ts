import { strikeStep } from '@concert/db/request-life'
import { DomainError } from '@concert/domain/errors'
import type { RequestCorrection } from '@concert/domain/request'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { nameOf, openRequest } from './open-request.ts'

/** Takes the last step back as a mistake, with the reason. An accepted offer stays accepted, so its step stays too. */
export function correctRequest(ctx: Context, input: RequestCorrection): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const { request, standing } = await openRequest(trx, input.reference)
    if (request.stage !== input.from) throw new DomainError('requests.moved_meanwhile', {})
    const [last, before] = [standing.at(-1), standing.at(-2)]
    if (!last || !before || last.stage === 'matched') throw new DomainError('requests.nothing_to_correct', {})
    await strikeStep(trx, request.id, {
      position: last.position,
      reason: input.reason,
      byName: nameOf(ctx),
      backTo: before.stage,
    })
    const values = { ...input, struck: last.stage, on: last.on }
    await recordAudit(trx, ctx, 'request.corrected', { type: 'request', id: request.id }, values)
  })
}
