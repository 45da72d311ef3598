import { findBankLists, getBankList } from '@concert/db/bank-lists'
import type { BankListOutcomeRow, BankListSummary } from '@concert/domain/bank-list'
import type { Page } from '@concert/domain/fund-views'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const listsPerPage = 20
const rowsPerPage = 100

export function listBankLists(ctx: Context, page: number): Promise<Page<BankListSummary>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findBankLists(trx, page, listsPerPage)),
    page,
    pageSize: listsPerPage,
  }))
}

/** A confirmed list, and what became of each of its lines. */
export function readConfirmedList(
  ctx: Context,
  id: string,
  page: number,
): Promise<Page<BankListOutcomeRow> & { list: BankListSummary }> {
  return inTransaction(ctx, async (trx) => {
    const found = await getBankList(trx, id, page, rowsPerPage)
    return { ...found, total: found.list.totals.count, page, pageSize: rowsPerPage }
  })
}
