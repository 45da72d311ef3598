import type { PlaceRef } from '@concert/domain/activity-view'
import { NotFound } from '@concert/domain/errors'
import type { Place } from '@concert/domain/place'
import type { PlaceNode } from '@concert/domain/place-coarsening'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { PlaceTable } from './reference-tables.ts'

/** Every country and region that has a page. */
export async function findPlaces(db: Db): Promise<Place[]> {
  const rows = await db.selectFrom('place').selectAll().where('has_page', '=', true).orderBy('code').execute()
  return rows.map(toPlace)
}

/** A country or region by M49 or ISO 3 code. */
export async function getPlace(db: Db, code: string): Promise<Place> {
  const wanted = code.toUpperCase()
  const row = await db
    .selectFrom('place')
    .selectAll()
    .where((eb) => eb.or([eb('code', '=', wanted), eb('iso3', '=', wanted)]))
    .where('has_page', '=', true)
    .executeTakeFirst()
  if (!row) throw new NotFound('place')
  return toPlace(row)
}

/** These places as a list names them; those without a page too, since activities may name them. */
export async function findPlaceRefs(db: Db, codes: readonly string[]): Promise<PlaceRef[]> {
  if (codes.length === 0) return []
  return db
    .selectFrom('place')
    .select(['code', 'iso3', 'level', 'names', 'footnote', 'has_page as hasPage'])
    .where('code', 'in', codes)
    .orderBy('code')
    .execute()
}

/** Every place by code, with what contains it; those without a page too, since activities may name them. */
export async function findPlaceTree(db: Db): Promise<Map<string, PlaceNode>> {
  const rows = await db.selectFrom('place').select(['code', 'level', 'parent_code']).execute()
  return new Map(rows.map((row) => [row.code, { code: row.code, level: row.level, parentCode: row.parent_code }]))
}

/** M49 codes by ISO 3166-1 alpha-2 code (XK for Kosovo), as imports name countries. */
export async function findPlaceCodesByIso2(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('place').select(['code', 'iso2']).where('iso2', 'is not', null).execute()
  return new Map(rows.flatMap((row) => (row.iso2 === null ? [] : [[row.iso2, row.code] as const])))
}

export interface AgencyPresence {
  agencyId: string
  activities: number
}

/** Public activities in a place, or in anything it contains, by agency; a joint one is credited to each agency. */
export async function countPublicActivitiesByAgencyIn(db: Db, placeCode: string): Promise<AgencyPresence[]> {
  const rows = await db
    .selectFrom('activity_area')
    .innerJoin('activity_agency', 'activity_agency.activity_id', 'activity_area.activity_id')
    .where('activity_area.place_code', '=', placeCode)
    .where('activity_area.scope', '=', 'public')
    .where('activity_area.audience', '=', 'public')
    .groupBy('activity_agency.agency_id')
    .select(['activity_agency.agency_id', sql<number>`count(*)::integer`.as('activities')])
    .execute()
  return rows.map((row) => ({ agencyId: row.agency_id, activities: row.activities }))
}

/** Public activities in a place, or in anything it contains; a joint one counts once. */
export async function countPublicActivitiesIn(db: Db, placeCode: string): Promise<number> {
  const row = await db
    .selectFrom('activity_area')
    .where('place_code', '=', placeCode)
    .where('scope', '=', 'public')
    .where('audience', '=', 'public')
    .select(sql<number>`count(*)::integer`.as('activities'))
    .executeTakeFirstOrThrow()
  return row.activities
}

export function toPlace(row: Selectable<PlaceTable>): Place {
  return {
    code: row.code,
    level: row.level,
    parentCode: row.parent_code,
    iso2: row.iso2,
    iso3: row.iso3,
    names: row.names,
    unRegionalGroup: row.un_regional_group,
    ldc: row.ldc,
    lldc: row.lldc,
    sids: row.sids,
    currencies: row.currencies,
    footnote: row.footnote,
    hasPage: row.has_page,
  }
}
