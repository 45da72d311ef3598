import { findImports, type PastImport } from '@concert/db/imports'
import { countPendingByBand, findReportingAgencies, findReviewPage, type ReviewPage } from '@concert/db/imports-review'
import type { ReviewFilter } from '@concert/domain/import-review'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const shownImports = 50
const reviewPageSize = 25

export interface ImportsOverview {
  imports: PastImport[]
  pending: Record<'likely' | 'possible' | 'unlikely', number>
}

/** What was imported lately, and how much of it waits for a person. */
export function listImports(ctx: Context): Promise<ImportsOverview> {
  return inTransaction(ctx, async (trx) => ({
    imports: await findImports(trx, shownImports),
    pending: await countPendingByBand(trx),
  }))
}

export interface Review extends ReviewPage {
  pending: ImportsOverview['pending']
  agencies: { slug: string; acronym: string }[]
}

/** Imported activities to go through, those that most likely concern trafficking first. */
export function reviewImported(ctx: Context, filter: ReviewFilter): Promise<Review> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findReviewPage(trx, filter, reviewPageSize)),
    pending: await countPendingByBand(trx),
    agencies: await findReportingAgencies(trx),
  }))
}
