import { createHash } from 'node:crypto'
import type { Trx } from '@concert/db/client'
import { findDocuments, isExtractKnown } from '@concert/db/extracts'
import { compareDates, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { type ExtractPeriod, type ExtractRow, fateOfDocument } from '@concert/domain/reconciliation'
import type { ChangedDocument } from '@concert/domain/reconciliation-views'
import { readExtract } from '@concert/exchange/extract/read-extract'
import type { RowsRead } from '@concert/exchange/sheets/read-rows'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'

const longestName = 300

export interface ReadExtract extends RowsRead<ExtractRow> {
  fileName: string
  sha256: string
  period: ExtractPeriod
}

export async function readExtractFile(
  ctx: Context,
  { name, bytes }: ChosenFile,
  period: ExtractPeriod,
  options: SheetOptions,
): Promise<ReadExtract> {
  if (compareDates(period.until, today(ctx.now())) > 0) {
    throw new DomainError('reconciliation.until_in_future', { date: period.until }, 'until')
  }
  const read = await readExtract(name, bytes, period, options)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...read, fileName: name.slice(-longestName) || 'unnamed', sha256, period }
}

export interface ExtractPlan {
  /** The same file for the same days came in before. */
  isKnown: boolean
  added: ExtractRow[]
  changed: ChangedDocument[]
  same: number
}

/** What of an extract is new or says something else than before. */
export async function planExtract(trx: Trx, { rows, sha256, period }: ReadExtract): Promise<ExtractPlan> {
  const known = await findDocuments(
    trx,
    rows.map(({ document }) => document),
  )
  const plan: ExtractPlan = { isKnown: await isExtractKnown(trx, sha256, period), added: [], changed: [], same: 0 }
  for (const row of rows) {
    const before = known.get(row.document)
    const fate = fateOfDocument(row, before)
    if (fate === 'new') plan.added.push(row)
    else if (fate === 'changed' && before) plan.changed.push({ before, after: row })
    else plan.same += 1
  }
  return plan
}
