import { type MeetingRateFilePreview, refusalsOfMeetingRates } from '@concert/domain/meeting-rate'
import { readMeetingRateFile } from '@concert/exchange/rates/read-rate-file'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'

/** What a file would fill in as the reference rates of a meeting. Writes nothing. */
export async function previewMeetingRates(
  _ctx: Context,
  { name, bytes }: ChosenFile,
  options: SheetOptions = {},
): Promise<MeetingRateFilePreview> {
  const { rows, refusals, refusedCells, unused } = await readMeetingRateFile(name, bytes, options)
  const found = refusedCells > 0 ? refusals : refusalsOfMeetingRates(rows)
  const rates = found.length > 0 ? [] : rows.map(({ line: _, ...rate }) => rate)
  return { rates, refusals: found, refusedCells: Math.max(refusedCells, found.length), unused }
}
