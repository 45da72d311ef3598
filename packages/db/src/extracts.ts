import { NotFound } from '@concert/domain/errors'
import { type ExtractKind, type ExtractPeriod, type ExtractRow, pairKey } from '@concert/domain/reconciliation'
import type { ExtractSummary } from '@concert/domain/reconciliation-views'
import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface NewExtract extends ExtractPeriod {
  fileName: string
  sha256: string
  rows: number
  new: number
  changed: number
  byId: string | null
  byName: string
}

export async function insertExtract(db: Db, extract: NewExtract): Promise<string> {
  const { id } = await db
    .insertInto('extract')
    .values({
      file_name: extract.fileName,
      sha256: extract.sha256,
      from_on: extract.from,
      until_on: extract.until,
      row_count: extract.rows,
      new_count: extract.new,
      changed_count: extract.changed,
      imported_by: extract.byId,
      imported_by_name: extract.byName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Documents that are new or say something else; the database numbers their versions. */
export async function insertExtractRows(db: Db, extractId: string, rows: readonly ExtractRow[]): Promise<void> {
  const values = rows.map((row) => ({
    document: row.document,
    line: row.line,
    posted_on: row.postedOn,
    kind: row.kind,
    amount_minor: row.amount.amountMinor,
    currency: row.amount.currency,
    usd_minor: row.usdMinor,
    text: row.text,
  }))
  await sql`
    insert into extract_row (document, extract_id, line, posted_on, kind, amount_minor, currency, usd_minor, text)
    select document, ${extractId}::uuid, line, posted_on, kind, amount_minor, currency, usd_minor, text
    from jsonb_populate_recordset(null::extract_row, ${JSON.stringify(values)})`.execute(db)
}

/** What the newest version of each of these documents says. */
export async function findDocuments(db: Db, documents: readonly string[]): Promise<Map<string, ExtractRow>> {
  const { rows } = await sql<ExtractRow>`
    select document, line, posted_on as "postedOn", kind, usd_minor as "usdMinor", text,
      jsonb_build_object('amountMinor', amount_minor, 'currency', currency) as amount
    from extract_row where is_newest and document = any (${documents}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.document, row]))
}

export async function isExtractKnown(db: Db, sha256: string, { from, until }: ExtractPeriod): Promise<boolean> {
  const row = await db
    .selectFrom('extract')
    .select('id')
    .where('sha256', '=', sha256)
    .where('from_on', '=', from)
    .where('until_on', '=', until)
    .executeTakeFirst()
  return row !== undefined
}

/** The newest first. */
export async function findExtracts(db: Db, limit: number): Promise<ExtractSummary[]> {
  const { rows } = await sql<ExtractSummary>`
    select id, file_name as "fileName", sha256, from_on as "from", until_on as "until", imported_at as at,
      imported_by_name as by, row_count as rows, new_count as new, changed_count as changed,
      row_count - new_count - changed_count as same
    from extract order by imported_at desc, id limit ${limit}`.execute(db)
  return rows
}

/** Pairs that an officer took apart, as `pairKey` has them. */
export async function findPairsApart(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('reconciliation_match')
    .select(['document', 'entry_number', 'kind'])
    .where('ended_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ document, entry_number, kind }) => pairKey(document, entry_number, kind)))
}

export interface StandingMatch {
  id: string
  document: string
  entryNumber: number
  kind: ExtractKind
  isEnded: boolean
}

export async function getMatch(db: Db, id: string): Promise<StandingMatch> {
  const row = await db
    .selectFrom('reconciliation_match')
    .select(['id', 'document', 'entry_number', 'kind', 'ended_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('match')
  const { document, kind } = row
  return { id, document, kind, entryNumber: row.entry_number, isEnded: row.ended_at !== null }
}

export async function updateMatchEnded(
  db: Db,
  id: string,
  end: { reason: string; byId: string | null; byName: string },
): Promise<void> {
  await db
    .updateTable('reconciliation_match')
    .set({ ended_at: sql`clock_timestamp()`, ended_by: end.byId, ended_by_name: end.byName, end_reason: end.reason })
    .where('id', '=', id)
    .execute()
}

/** A document that is of another kind now is matched with nothing any more. */
export async function updateMatchesOfOtherKindEnded(
  db: Db,
  end: { reason: string; byId: string | null; byName: string },
): Promise<void> {
  await sql`
    update reconciliation_match k set ended_at = clock_timestamp(), ended_by = ${end.byId}::uuid,
      ended_by_name = ${end.byName}, end_reason = ${end.reason}
    from extract_row d
    where k.ended_at is null and d.document = k.document and d.is_newest and d.kind <> k.kind`.execute(db)
}
