import type { Activity } from '@concert/domain/activity'
import type { ReviewFilter, ReviewRow } from '@concert/domain/import-review'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import type { Database } from './database.ts'
import type { WhoImports } from './imports.ts'

type ReviewQuery<Output> = SelectQueryBuilder<
  Database & { a: Database['activity']; i: Database['activity_import']; g: Database['agency'] },
  'a' | 'i' | 'g',
  Output
>

export interface ReviewPage {
  rows: ReviewRow[]
  total: number
  pageSize: number
}

/** Imported activities of the group, those that most likely concern trafficking first. */
export async function findReviewPage(db: Db, filter: ReviewFilter, pageSize: number): Promise<ReviewPage> {
  const { total } = await reviewed(db, filter)
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await reviewed(db, filter)
    .select(['a.reference', 'a.title', 'a.description', 'a.start_on', 'a.end_on', 'a.status', 'a.relevance'])
    .select(['a.pillars', 'a.forms', 'a.kind', 'i.proposal', 'i.file_name', 'i.line', 'i.external_id'])
    .select(['i.decided_at', 'i.decided_by_name', 'g.acronym', 'g.slug'])
    .orderBy('i.score', 'desc')
    .orderBy('a.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return {
    total,
    pageSize,
    rows: rows.map((row) => ({
      reference: row.reference,
      externalId: row.external_id,
      title: row.title,
      description: row.description,
      agency: { slug: row.slug, acronym: row.acronym },
      startOn: row.start_on,
      endOn: row.end_on,
      status: row.status as Activity['status'],
      relevance: row.relevance as Activity['relevance'],
      classification: {
        pillars: row.pillars as Activity['pillars'],
        forms: row.forms as Activity['forms'],
        kind: row.kind as Activity['kind'],
      },
      proposal: row.proposal,
      file: row.file_name,
      line: row.line,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by_name,
    })),
  }
}

/** How many imported activities of the group wait, by how likely they concern trafficking. */
export async function countPendingByBand(db: Db): Promise<Record<'likely' | 'possible' | 'unlikely', number>> {
  const rows = await db
    .selectFrom('activity as a')
    .innerJoin('activity_import as i', 'i.activity_id', 'a.id')
    .select(['i.band', sql<number>`count(*)::integer`.as('count')])
    .where('a.relevance', '=', 'pending')
    .groupBy('i.band')
    .execute()
  const counts = { likely: 0, possible: 0, unlikely: 0 }
  for (const row of rows) counts[row.band] = row.count
  return counts
}

/** Agencies that imported activities are reported by. */
export async function findReportingAgencies(db: Db): Promise<{ slug: string; acronym: string }[]> {
  return db
    .selectFrom('agency')
    .select(['slug', 'acronym'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('activity as a')
          .innerJoin('activity_import as i', 'i.activity_id', 'a.id')
          .whereRef('a.lead_agency_id', '=', 'agency.id'),
      ),
    )
    .orderBy('acronym')
    .execute()
}

export interface Reviewable {
  id: string
  reference: string
  visibility: string
  proposal: ReviewRow['proposal']
}

/** Imported activities by reference. */
export async function findReviewable(db: Db, references: readonly string[]): Promise<Reviewable[]> {
  return db
    .selectFrom('activity as a')
    .innerJoin('activity_import as i', 'i.activity_id', 'a.id')
    .select(['a.id', 'a.reference', 'a.visibility', 'i.proposal'])
    .where('a.reference', 'in', references)
    .orderBy('a.id')
    .execute()
}

/** A person's word on whether activities concern trafficking. Only those that say so enter any figure. */
export async function updateRelevance(
  db: Db,
  ids: readonly string[],
  relevance: 'relevant' | 'not_relevant' | 'pending',
  who: WhoImports,
): Promise<number> {
  const updated = await db
    .updateTable('activity')
    .set({ relevance, updated_at: sql<string>`now()`, updated_by: who.byId })
    .where('id', 'in', ids)
    .executeTakeFirst()
  const isOpen = relevance === 'pending'
  await db
    .updateTable('activity_import')
    .set({
      decided_at: isOpen ? null : sql<string>`now()`,
      decided_by: isOpen ? null : who.byId,
      decided_by_name: isOpen ? null : who.byName,
    })
    .where('activity_id', 'in', ids)
    .execute()
  return Number(updated.numUpdatedRows)
}

function reviewed(db: Db, filter: ReviewFilter): ReviewQuery<object> {
  let query: ReviewQuery<object> = db
    .selectFrom('activity as a')
    .innerJoin('activity_import as i', 'i.activity_id', 'a.id')
    .innerJoin('agency as g', 'g.id', 'a.lead_agency_id')
    .where('a.relevance', '=', filter.relevance)
  if (filter.band) query = query.where('i.band', '=', filter.band)
  if (filter.agency) query = query.where('g.slug', '=', filter.agency)
  if (filter.q) query = query.where(sql<boolean>`a.search like '%' || fold_text(${escaped(filter.q)}) || '%'`)
  return query
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
