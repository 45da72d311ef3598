import { findRatesAround } from '@concert/db/rates'
import { today } from '@concert/domain/calendar-date'
import { planRates, type RateFilePreview } from '@concert/domain/rate-import'
import { readRateFile } from '@concert/exchange/rates/read-rate-file'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** What taking in a file of rates would do. Writes nothing. */
export async function previewRateFile(
  ctx: Context,
  { name, bytes }: ChosenFile,
  options: SheetOptions = {},
): Promise<RateFilePreview> {
  const { rows, refusals, refusedCells, unused } = await readRateFile(name, bytes, options)
  const fileName = name.slice(-300)
  if (refusedCells > 0) return { fileName, rates: [], refusals, refusedCells, unused }
  return inTransaction(ctx, async (trx) => {
    const plan = planRates(rows, await findRatesAround(trx, rows), today(ctx.now()))
    return { ...plan, refusals: plan.refusals.slice(0, 500), fileName, refusedCells: plan.refusals.length, unused }
  })
}
