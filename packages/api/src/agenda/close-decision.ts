import { closeDecision as close, getDecision } from '@concert/db/decisions'
import type { DecisionClosing } from '@concert/domain/agenda'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Done, or dropped with the reason: it comes before no later meeting. */
export function closeDecision(ctx: Context, input: DecisionClosing): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agenda.close', body }, async (trx) => {
    const { id } = await getDecision(trx, input.id)
    const closing = { state: input.state, on: today(ctx.now()), note: input.note }
    if (!(await close(trx, id, closing))) throw new DomainError('agenda.closed_already')
    await recordAudit(trx, ctx, `decision.${input.state}`, { type: 'decision', id }, closing)
    return { id }
  })
}
