import { findObservations } from '@concert/db/indicators'
import { type ObservationFilePreview, planObservations } from '@concert/domain/indicator'
import { readObservationFile } from '@concert/exchange/indicators/read-observation-file'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { observationGround } from './ground.ts'

/** What taking in a file of observations would do. Writes nothing. */
export async function previewObservations(
  ctx: Context,
  { name, bytes }: ChosenFile,
  { indicator }: { indicator: string },
  options: SheetOptions = {},
): Promise<ObservationFilePreview> {
  const { rows, refusals, refusedCells, unused } = await readObservationFile(name, bytes, options)
  const fileName = name.slice(-300)
  if (refusedCells > 0) return { fileName, observations: [], refusals, refusedCells, unused }
  return inTransaction(ctx, async (trx) => {
    const ground = await observationGround(trx, ctx, indicator)
    const plan = planObservations(rows, await findObservations(trx, indicator), ground)
    return { ...plan, refusals: plan.refusals.slice(0, 500), fileName, refusedCells: plan.refusals.length, unused }
  })
}
