import type { LocalizedText } from '@concert/domain/locales'
import { sql } from 'kysely'
import type { NarrativeColumn } from './activity-tables.ts'
import type { Db } from './client.ts'

export interface ProofPage {
  rowsIn: number
  rows: { label: string; value: number; link: string }[]
}

/** Public activities: how many, and the newest of them by name. */
export async function proveActivities(db: Db, limit: number, status?: string): Promise<ProofPage> {
  const selected = db
    .selectFrom('activity')
    .where('audience', '=', 'public')
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
  const { rowsIn } = await selected.select((eb) => eb.fn.countAll<number>().as('rowsIn')).executeTakeFirstOrThrow()
  const rows = await selected
    .select(['reference'])
    .orderBy('start_on', (order) => order.desc().nullsLast())
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return {
    rowsIn,
    rows: rows.map(({ reference }) => ({ label: reference, value: 1, link: `/activities/${reference}` })),
  }
}

/** Rows that are in no public figure, by reason; the number only, whoever asks. */
export async function countActivitiesLeftOut(db: Db): Promise<{ reason: string; rows: number }[]> {
  const { rows } = await sql<{ reason: string; rows: number }>`select reason, rows from activity_left_out()`.execute(db)
  return rows
}

/** Agencies whose membership a coordinator has yet to confirm; their number only, whoever asks. */
export async function countAgenciesAwaitingConfirmation(db: Db): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select agencies_awaiting_confirmation() as waiting`.execute(db)
  return rows[0]?.waiting ?? 0
}

/** Agencies that are coordinator, chair or member on a day; unknown dates count as open. */
export async function findMembersOn(db: Db, date: string): Promise<{ slug: string; acronym: string }[]> {
  return db
    .selectFrom('agency')
    .select(['slug', 'acronym'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('agency_membership')
          .select('agency_membership.id')
          .whereRef('agency_membership.agency_id', '=', 'agency.id')
          .where('role', 'in', ['coordinator', 'chair', 'member'])
          .where((on) => on.or([on('from_on', 'is', null), on('from_on', '<=', date)]))
          .where((on) => on.or([on('until_on', 'is', null), on('until_on', '>=', date)])),
      ),
    )
    .orderBy('acronym')
    .execute()
}

export type TallyDimension = 'total' | 'agency' | 'pillar' | 'year' | 'region' | 'place' | 'kind' | 'status'

/** Counts of public activities along one dimension, kept up to date by the writes that change them. */
export async function sumPublicTallies(db: Db, dimension: TallyDimension): Promise<{ key: string; count: number }[]> {
  return db
    .selectFrom('activity_tally')
    .select((eb) => ['key', eb.fn.sum<number>('count').as('count')])
    .where('scope', '=', 'public')
    .where('dimension', '=', dimension)
    .groupBy('key')
    .having((eb) => eb.fn.sum('count'), '<>', 0)
    .orderBy('key')
    .execute()
}

/** Countries and regions that at least one public activity names. */
export async function findPlacesWithActivities(
  db: Db,
  level: 'country' | 'region',
): Promise<{ code: string; iso3: string | null; names: LocalizedText; count: number }[]> {
  const rows = await db
    .selectFrom('activity_tally')
    .innerJoin('place', 'place.code', 'activity_tally.key')
    .select((eb) => ['place.code', 'place.iso3', 'place.names', eb.fn.sum<number>('count').as('count')])
    .where('scope', '=', 'public')
    .where('dimension', '=', level === 'country' ? 'place' : 'region')
    .where('place.level', '=', level)
    .groupBy(['place.code', 'place.iso3', 'place.names'])
    .having((eb) => eb.fn.sum('count'), '<>', 0)
    .orderBy('place.code')
    .execute()
  return rows.map(({ code, iso3, names, count }) => ({ code, iso3, names, count }))
}

export async function findAgencyNames(db: Db): Promise<{ id: string; slug: string; acronym: string }[]> {
  return db.selectFrom('agency').select(['id', 'slug', 'acronym']).execute()
}

/** The public activities that were published last. */
export async function findRecentlyPublished(
  db: Db,
  limit: number,
): Promise<{ reference: string; title: NarrativeColumn[]; agency: string; publishedAt: string | null }[]> {
  const rows = await db
    .selectFrom('activity')
    .innerJoin('agency', 'agency.id', 'activity.lead_agency_id')
    .select(['activity.reference', 'activity.title', 'agency.acronym', 'activity.published_at'])
    .where('audience', '=', 'public')
    .orderBy('activity.updated_at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    reference: row.reference,
    title: row.title,
    agency: row.acronym,
    publishedAt: row.published_at,
  }))
}
