import { getActivity, updateActivity } from '@concert/db/activities'
import type { Trx } from '@concert/db/client'
import {
  findKnownActivities,
  type ImportedRecord,
  insertImport,
  insertImportedActivities,
  type KnownActivity,
  keyOf,
  lockImports,
  updateActivityImport,
  type WhoImports,
} from '@concert/db/imports'
import { findOrInsertReportingOrganisation } from '@concert/db/reporting-organisations'
import { draftOf } from '@concert/domain/activity'
import { changedFields, mergeDrafts } from '@concert/domain/activity-merge'
import { type FileReport, type ImportReport, reportOf } from '@concert/domain/import-plan'
import type { ImportedActivity } from '@concert/domain/imported-activity'
import { publicPlaceOf } from '@concert/domain/place-coarsening'
import { keepVersion, personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { externalKeyOf, findLookups, type Lookups, planFile } from './plan-file.ts'
import { type ReadFile, readFiles } from './read-files.ts'

const keptFindings = 500

/**
 * Imports files in their order, all in one transaction. A refused file leaves nothing behind, and an import that has
 * nothing new to say writes nothing.
 */
export async function runImport(ctx: Context, chosen: readonly ChosenFile[]): Promise<ImportReport> {
  const files = await readFiles(chosen)
  return inTransaction(ctx, async (trx) => {
    await lockImports(trx)
    const lookups = await findLookups(trx)
    const reports: FileReport[] = []
    for (const file of files) reports.push(await importFile(trx, ctx, file, lookups))
    return reportOf(reports, false)
  })
}

async function importFile(trx: Trx, ctx: Context, file: ReadFile, lookups: Lookups): Promise<FileReport> {
  const known = await findKnownActivities(trx, file.activities.map(externalKeyOf))
  const { report, toInsert, toUpdate } = await planFile(file, known, lookups)
  if (toInsert.length + toUpdate.length === 0) return report

  const who: WhoImports = { byId: personIdOf(ctx), byName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name }
  const { fileName, sha256, bytes } = file
  const findings = report.findings.slice(0, keptFindings)
  const importId = await insertImport(trx, { fileName, sha256, bytes, report, findings, ...who })
  const leads = await findLeads(trx, toInsert)
  const references = await insertImportedActivities(
    trx,
    importId,
    who,
    toInsert.flatMap((record) => {
      const leadAgencyId = leads.get(record.reportingOrgRef)
      return leadAgencyId ? [{ ...record, leadAgencyId }] : []
    }),
  )
  const updated: string[] = []
  for (const record of toUpdate) {
    const before = known.get(keyOf(record))
    if (before) updated.push(await updateImported(trx, ctx, importId, before, record, lookups))
  }
  const { findings: _, ...counts } = report
  const audited = { ...counts, sha256, references, updated }
  await recordAudit(trx, ctx, 'import.run', { type: 'import', id: importId }, audited)
  return report
}

/** The publisher's newer facts; what a person has typed over them, classified or decided stays. */
async function updateImported(
  trx: Trx,
  ctx: Context,
  importId: string,
  known: KnownActivity,
  record: ImportedRecord,
  lookups: Lookups,
): Promise<string> {
  const current = await getActivity(trx, known.reference)
  // What rests in a joint activity stays as it was joined; the next import after a separation brings the news.
  if (current.relevance === 'joined') return current.reference
  const mine = draftOf(current)
  const { merged } = mergeDrafts(known.importedDraft, mine, record.draft)
  const draft = { ...merged, partnerAgencyIds: merged.partnerAgencyIds.filter((id) => id !== current.leadAgencyId) }
  if (changedFields(mine, draft).length > 0) {
    await updateActivity(trx, current.id, {
      draft,
      expectedVersion: current.version,
      publicPlaces: new Map(draft.places.map(({ code }) => [code, publicPlaceOf(draft, code, lookups.placeTree)])),
      publishReasons: current.publishReasons,
      by: personIdOf(ctx),
    })
    await keepVersion(trx, ctx, current.reference, 'imported')
  }
  await updateActivityImport(trx, importId, known, record)
  return current.reference
}

/** The agency that each new activity is reported by; organisations that nobody knew yet are added. */
async function findLeads(trx: Trx, records: readonly ImportedRecord[]): Promise<Map<string, string>> {
  const leads = new Map<string, string>()
  for (const { reportingOrgRef, provenance } of records) {
    if (leads.has(reportingOrgRef)) continue
    const { ref, type, name } = provenance.reportingOrganisation
    const agency = await findOrInsertReportingOrganisation(trx, { ref, type, name: nameOf(name) })
    leads.set(reportingOrgRef, agency.id)
  }
  return leads
}

function nameOf(names: ImportedActivity['title']): string {
  return (names.find((name) => name.language?.startsWith('en')) ?? names[0])?.text.slice(0, 300) ?? ''
}
