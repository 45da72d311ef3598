import { createHash } from 'node:crypto'
import type { Trx } from '@concert/db/client'
import { getBankAccount } from '@concert/db/payments'
import type { BankListRow } from '@concert/domain/bank-list'
import { DomainError } from '@concert/domain/errors'
import type { BankAccount } from '@concert/domain/fund-views'
import { readBankList } from '@concert/exchange/bank-list/read-bank-list'
import type { RowsRead } from '@concert/exchange/sheets/read-rows'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const longestName = 300
/** Every line may be booked in the one transaction of the list. */
const mostRows = 5_000

export interface ReadList extends RowsRead<BankListRow> {
  fileName: string
  sha256: string
  account: BankAccount
}

/** The lines of a bank's file, in the currency of the account that the officer chose. */
export async function readList(
  ctx: Context,
  { name, bytes }: ChosenFile,
  bankAccountId: string,
  options: SheetOptions,
): Promise<ReadList> {
  const account = await inTransaction(ctx, (trx: Trx) => getBankAccount(trx, bankAccountId))
  const read = await readBankList(name, bytes, account.currency, options)
  if (read.rows.length > mostRows) throw new DomainError('bankLists.too_many_rows', { limit: mostRows })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...read, fileName: name.slice(-longestName) || 'unnamed', sha256, account }
}
