import { clearPublishedFigure } from '@concert/db/published-figures'
import { DomainError } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A fund manager shows a published figure to everyone; its note stays behind. */
export function clearFigure(ctx: Context, input: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const key = await clearPublishedFigure(trx, input.id, actorUserId(ctx))
    if (key === undefined) throw new DomainError('published.cleared_already')
    await recordAudit(trx, ctx, 'published_figure.cleared', { type: 'published_figure', id: input.id }, { key })
  })
}
