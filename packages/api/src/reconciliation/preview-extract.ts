import type { ExtractPeriod } from '@concert/domain/reconciliation'
import type { ExtractPreview } from '@concert/domain/reconciliation-views'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { planExtract, readExtractFile } from './read-extract-file.ts'

const shownChanges = 200

/** What an extract would add to what is known of the accounts of record. Writes nothing. */
export async function previewExtract(
  ctx: Context,
  file: ChosenFile,
  period: ExtractPeriod,
  options: SheetOptions = {},
): Promise<ExtractPreview> {
  const { rows, ...read } = await readExtractFile(ctx, file, period, options)
  const plan = await inTransaction(ctx, (trx) => planExtract(trx, { rows, ...read }))
  const counts = { rows: rows.length, new: plan.added.length, changed: plan.changed.length, same: plan.same }
  return { ...read, ...counts, isKnown: plan.isKnown, changes: plan.changed.slice(0, shownChanges) }
}
