import { findEntries } from '@concert/db/journal'
import type { EntryRow, Page } from '@concert/domain/fund-views'
import type { JournalFilter } from '@concert/domain/journal/entry'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const pageSize = 50

export function listEntries(ctx: Context, filter: JournalFilter): Promise<Page<EntryRow>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findEntries(trx, filter, pageSize)),
    page: filter.page,
    pageSize,
  }))
}
