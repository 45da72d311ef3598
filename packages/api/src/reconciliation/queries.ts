import { findExtracts } from '@concert/db/extracts'
import { findReconciliationLines, readReconciliationState } from '@concert/db/reconciliation'
import { findCandidates } from '@concert/db/reconciliation-matches'
import { today } from '@concert/domain/calendar-date'
import type { Page } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import type {
  ExtractSummary,
  ReconciledItem,
  ReconciliationFilter,
  ReconciliationLine,
  ReconciliationState,
} from '@concert/domain/reconciliation-views'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const pageSize = 50
const shownExtracts = 50

/** How far the books agree with the accounts of record today, and which extracts came in. */
export function readReconciliation(
  ctx: Context,
): Promise<{ state: ReconciliationState; asOf: string; extracts: ExtractSummary[] }> {
  return inTransaction(ctx, async (trx) => {
    const asOf = today(ctx.now())
    return { state: await readReconciliationState(trx, asOf), asOf, extracts: await findExtracts(trx, shownExtracts) }
  })
}

export function listReconciliation(
  ctx: Context,
  filter: ReconciliationFilter,
  reader: Locale,
): Promise<Page<ReconciliationLine>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findReconciliationLines(trx, filter, reader, pageSize)),
    page: filter.page,
    pageSize,
  }))
}

/** What a document may be: entries of its kind that nothing is matched with, the likeliest first. */
export function listCandidates(ctx: Context, document: string, reader: Locale): Promise<ReconciledItem[]> {
  return inTransaction(ctx, (trx) => findCandidates(trx, document, reader))
}
