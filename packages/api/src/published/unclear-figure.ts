import { unclearPublishedFigure } from '@concert/db/published-figures'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A fund manager takes a published figure back from the public. */
export function unclearFigure(ctx: Context, input: { id: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const key = await unclearPublishedFigure(trx, input.id)
    if (key === undefined) throw new DomainError('published.not_cleared')
    await recordAudit(trx, ctx, 'published_figure.uncleared', { type: 'published_figure', id: input.id }, { key })
  })
}
