import { findPublishedFigures } from '@concert/db/published-figures'
import type { PublishedFigure } from '@concert/domain/published-figure'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** What has been published about the fund: cleared rows for anyone, all of them with their notes for fund managers. */
export function listPublished(ctx: Context): Promise<PublishedFigure[]> {
  return inTransaction(ctx, findPublishedFigures)
}
