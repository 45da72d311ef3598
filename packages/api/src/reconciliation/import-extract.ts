import { insertExtract, insertExtractRows, updateMatchesOfOtherKindEnded } from '@concert/db/extracts'
import { lockJournal } from '@concert/db/journal'
import { updateProvisional } from '@concert/db/reconciliation-matches'
import { DomainError } from '@concert/domain/errors'
import type { ExtractPeriod } from '@concert/domain/reconciliation'
import type { ImportedExtract } from '@concert/domain/reconciliation-views'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import { recordAudit } from '../audit/record-audit.ts'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { matchCertain, whoMatches } from './match-certain.ts'
import { planExtract, readExtractFile } from './read-extract-file.ts'

/**
 * Keeps what the accounts of record say, with every earlier version of it, and matches what is certain. The same file
 * for the same days is refused: it says nothing new.
 */
export async function importExtract(
  ctx: Context,
  file: ChosenFile,
  period: ExtractPeriod,
  options: SheetOptions = {},
): Promise<ImportedExtract> {
  const read = await readExtractFile(ctx, file, period, options)
  if (read.refusals.length > 0) return { imported: null, refusals: read.refusals }
  const { fileName, sha256, rows } = read
  return inTransaction(ctx, async (trx) => {
    await lockJournal(trx)
    const { isKnown, added, changed, same } = await planExtract(trx, read)
    if (isKnown) throw new DomainError('reconciliation.extract_known', { file: fileName })
    const counts = { new: added.length, changed: changed.length }
    const who = whoMatches(ctx)
    const id = await insertExtract(trx, { fileName, sha256, ...period, rows: rows.length, ...counts, ...who })
    await insertExtractRows(trx, id, [...added, ...changed.map(({ after }) => after)])
    await updateMatchesOfOtherKindEnded(trx, { reason: fileName, ...who })
    const matched = await matchCertain(trx, ctx)
    await updateProvisional(trx)
    const values = { fileName, sha256, period, ...counts, same, matched }
    await recordAudit(trx, ctx, 'extract.imported', { type: 'extract', id }, values)
    return { imported: { id, ...counts, same, matched }, refusals: [] as [] }
  })
}
