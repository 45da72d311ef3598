import type { Activity, ActivityDraft } from '@concert/domain/activity'
import type { FileReport, KnownImport } from '@concert/domain/import-plan'
import type { ImportedActivity, ImportFinding } from '@concert/domain/imported-activity'
import type { RelevanceProposal } from '@concert/domain/relevance'
import { type Insertable, type Selectable, sql } from 'kysely'
import { columnsOf, type PublicPlaces, placeRowsOf, toActivity } from './activity-records.ts'
import type { ActivityPlaceTable } from './activity-tables.ts'
import type { Db } from './client.ts'
import type { ActivityImportTable, ImportTable } from './import-tables.ts'

const batchSize = 100

/** Who reports an activity, and under which identifier: together they name it for ever. */
export interface ExternalKey {
  reportingOrgRef: string
  externalId: string
}

/** What one import brings for one activity. */
export interface ImportedRecord extends ExternalKey {
  contentHash: string
  updatedAt: string | null
  fileName: string
  line: number
  provenance: ImportedActivity
  draft: ActivityDraft
  publicPlaces: PublicPlaces
  proposal: RelevanceProposal
}

export interface KnownActivity extends KnownImport {
  activityId: string
  reference: string
  importedDraft: ActivityDraft
}

export interface PastImport {
  id: string
  fileName: string
  bytes: number
  at: string
  byName: string
  counts: Pick<FileReport, 'new' | 'changed' | 'unchanged' | 'refused'>
  findings: ImportFinding[]
}

export interface WhoImports {
  byId: string | null
  byName: string
}

export function keyOf({ reportingOrgRef, externalId }: ExternalKey): string {
  return JSON.stringify([reportingOrgRef, externalId])
}

/** Makes imports write one after the other. */
export async function lockImports(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('concert imports'))`.execute(db)
}

/** What is known of these activities from earlier imports, by `keyOf`. */
export async function findKnownActivities(db: Db, keys: readonly ExternalKey[]): Promise<Map<string, KnownActivity>> {
  const refs = keys.map((key) => key.reportingOrgRef)
  const ids = keys.map((key) => key.externalId)
  const rows = await db
    .selectFrom('activity_import as i')
    .innerJoin('activity as a', 'a.id', 'i.activity_id')
    .select(['i.activity_id', 'i.reporting_org_ref', 'i.external_id', 'i.content_hash', 'i.seen_hashes'])
    .select(['i.source_updated_at', 'i.imported_draft', 'a.reference', 'a.visibility'])
    .where(
      sql<boolean>`(i.reporting_org_ref, i.external_id) in (select * from unnest(${refs}::text[], ${ids}::text[]))`,
    )
    .execute()
  return new Map(
    rows.map((row) => [
      keyOf({ reportingOrgRef: row.reporting_org_ref, externalId: row.external_id }),
      {
        activityId: row.activity_id,
        reference: row.reference,
        contentHash: row.content_hash,
        seenHashes: row.seen_hashes,
        updatedAt: row.source_updated_at,
        isPublic: row.visibility === 'public',
        importedDraft: row.imported_draft,
      },
    ]),
  )
}

export async function insertImport(
  db: Db,
  done: { fileName: string; sha256: string; bytes: number; report: FileReport; findings: ImportFinding[] } & WhoImports,
): Promise<string> {
  const { id } = await db
    .insertInto('import')
    .values({
      kind: 'iati',
      file_name: done.fileName,
      sha256: done.sha256,
      bytes: done.bytes,
      by_id: done.byId,
      by_name: done.byName,
      new_count: done.report.new,
      changed_count: done.report.changed,
      unchanged_count: done.report.unchanged,
      refused_count: done.report.refused,
      findings: JSON.stringify(done.findings),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** New activities of the group, pending, each with its first version and its provenance. Answers their references. */
export async function insertImportedActivities(
  db: Db,
  importId: string,
  who: WhoImports,
  records: readonly (ImportedRecord & { leadAgencyId: string })[],
): Promise<string[]> {
  const references: string[] = []
  for (let from = 0; from < records.length; from += batchSize) {
    references.push(...(await insertBatch(db, importId, who, records.slice(from, from + batchSize))))
  }
  return references
}

/** Keeps newer content of an activity; what its people decided stays. */
export async function updateActivityImport(
  db: Db,
  importId: string,
  known: KnownActivity,
  record: ImportedRecord,
): Promise<void> {
  await db
    .updateTable('activity_import')
    .set({
      ...contentColumns(importId, record),
      seen_hashes: [...new Set([...known.seenHashes, record.contentHash])],
    })
    .where('activity_id', '=', known.activityId)
    .executeTakeFirstOrThrow()
}

/** Imports that wrote something, newest first. */
export async function findImports(db: Db, limit: number): Promise<PastImport[]> {
  const rows = await db.selectFrom('import').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(toPastImport)
}

/** Agency ids by IATI organisation identifier in upper case. */
export async function findAgenciesByOrganisationRef(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('agency')
    .select(['id', 'iati_org_id'])
    .where('iati_org_id', 'is not', null)
    .execute()
  return new Map(rows.flatMap((row) => (row.iati_org_id === null ? [] : [[row.iati_org_id.toUpperCase(), row.id]])))
}

async function insertBatch(
  db: Db,
  importId: string,
  who: WhoImports,
  records: readonly (ImportedRecord & { leadAgencyId: string })[],
): Promise<string[]> {
  const rows = await db
    .insertInto('activity')
    .values(
      records.map(({ draft, leadAgencyId }) => ({
        ...columnsOf({ ...draft, partnerAgencyIds: draft.partnerAgencyIds.filter((id) => id !== leadAgencyId) }),
        source: 'import' as const,
        visibility: 'group',
        relevance: 'pending',
        lead_agency_id: leadAgencyId,
        created_by: who.byId,
        updated_by: who.byId,
      })),
    )
    .returningAll()
    .execute()
  const pairs = rows.flatMap((row, index) => {
    const record = records[index]
    return record ? [{ row, record }] : []
  })
  const places = pairs.flatMap(({ row, record }) => placeRowsOf(row.id, record.draft, record.publicPlaces))
  if (places.length > 0) await db.insertInto('activity_place').values(places).execute()
  await db
    .insertInto('activity_import')
    .values(pairs.map(({ row, record }) => rowOf(row.id, importId, record)))
    .execute()
  await db
    .insertInto('activity_version')
    .values(
      pairs.map(({ row, record }) => ({
        activity_id: row.id,
        version: row.version,
        by_id: who.byId,
        by_name: who.byName,
        change: 'imported',
        snapshot: JSON.stringify(snapshotOf(row, record)),
      })),
    )
    .execute()
  return rows.map((row) => row.reference)
}

function snapshotOf(row: Parameters<typeof toActivity>[0], { draft, publicPlaces }: ImportedRecord): Activity {
  const places = placeRowsOf(row.id, draft, publicPlaces).map((place): Selectable<ActivityPlaceTable> => {
    const { percentage = null, ...rest } = place
    return { ...rest, percentage: percentage === null ? null : String(percentage) }
  })
  return toActivity(row, places, [])
}

function rowOf(activityId: string, importId: string, record: ImportedRecord): Insertable<ActivityImportTable> {
  return {
    activity_id: activityId,
    reporting_org_ref: record.reportingOrgRef,
    external_id: record.externalId,
    ...contentColumns(importId, record),
    seen_hashes: [record.contentHash],
    decided_at: null,
    decided_by: null,
    decided_by_name: null,
  }
}

function contentColumns(importId: string, record: ImportedRecord) {
  return {
    import_id: importId,
    content_hash: record.contentHash,
    source_updated_at: record.updatedAt,
    file_name: record.fileName,
    line: record.line,
    provenance: JSON.stringify(record.provenance),
    imported_draft: JSON.stringify(record.draft),
    score: record.proposal.score,
    band: record.proposal.band,
    proposal: JSON.stringify(record.proposal),
  }
}

function toPastImport(row: Selectable<ImportTable>): PastImport {
  return {
    id: row.id,
    fileName: row.file_name,
    bytes: row.bytes,
    at: row.at,
    byName: row.by_name,
    counts: {
      new: row.new_count,
      changed: row.changed_count,
      unchanged: row.unchanged_count,
      refused: row.refused_count,
    },
    findings: row.findings,
  }
}
