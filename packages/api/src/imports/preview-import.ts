import { findKnownActivities, keyOf } from '@concert/db/imports'
import { type ImportReport, type KnownImport, reportOf } from '@concert/domain/import-plan'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { externalKeyOf, findLookups, planFile } from './plan-file.ts'
import { readFiles } from './read-files.ts'

/** What an import of these files, in this order, would do. Writes nothing. */
export async function previewImport(ctx: Context, chosen: readonly ChosenFile[]): Promise<ImportReport> {
  const files = await readFiles(chosen)
  return inTransaction(ctx, async (trx) => {
    const keys = files.flatMap((file) => file.activities.map(externalKeyOf))
    const known = new Map<string, KnownImport>(await findKnownActivities(trx, keys))
    const lookups = await findLookups(trx)
    const reports = []
    for (const file of files) {
      const { report, toInsert, toUpdate } = await planFile(file, known, lookups)
      reports.push(report)
      // A later file meets what an earlier one would have written.
      for (const record of [...toInsert, ...toUpdate]) {
        const { contentHash, updatedAt } = record
        const before = known.get(keyOf(record))
        const seenHashes = [...(before?.seenHashes ?? []), contentHash]
        known.set(keyOf(record), { contentHash, seenHashes, updatedAt, isPublic: before?.isPublic ?? false })
      }
    }
    return reportOf(reports, true)
  })
}
