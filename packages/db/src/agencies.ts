import type { Agency, Membership, MembershipCount } from '@concert/domain/agency'
import { NotFound } from '@concert/domain/errors'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { AgencyMembershipTable, AgencyTable } from './reference-tables.ts'

/** Every agency that the one who asks may see, by acronym: members, partners and those that only report. */
export async function findAgencies(db: Db): Promise<Agency[]> {
  const rows = await db.selectFrom('agency').selectAll().orderBy('acronym').orderBy('slug').execute()
  return rows.map(toAgency)
}

export async function getAgency(db: Db, slug: string): Promise<Agency> {
  const row = await db.selectFrom('agency').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new NotFound('agency')
  return toAgency(row)
}

export interface AgencyMembership extends Membership {
  agencyId: string
}

/** Memberships, oldest first; those without a known beginning come first. */
export async function findMemberships(db: Db, filter: { agencyId?: string } = {}): Promise<AgencyMembership[]> {
  let query = db
    .selectFrom('agency_membership')
    .selectAll()
    .orderBy('from_on', (order) => order.asc().nullsFirst())
    .orderBy('role')
  if (filter.agencyId !== undefined) query = query.where('agency_id', '=', filter.agencyId)
  const rows = await query.execute()
  return rows.map((row) => ({ agencyId: row.agency_id, ...toMembership(row) }))
}

export async function findMembershipCounts(db: Db): Promise<MembershipCount[]> {
  const rows = await db.selectFrom('membership_count').selectAll().orderBy('as_of').execute()
  return rows.map((row) => ({ asOf: row.as_of, count: row.count, kind: row.kind, source: row.source }))
}

/** Makes an agency that was unverified visible to everyone. False when there was nothing left to confirm. */
export async function confirmAgency(db: Db, id: string, by: string | null): Promise<boolean> {
  const confirmed = await db
    .updateTable('agency')
    .set({ confirmed_at: sql<string>`now()`, confirmed_by: by, visible: true })
    .where('id', '=', id)
    .where('basis', '=', 'unverified')
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return confirmed !== undefined
}

/** Makes a membership that was unverified visible to everyone; answers whose it is, undefined when none was left. */
export async function confirmMembership(db: Db, id: string, by: string | null): Promise<AgencyMembership | undefined> {
  const row = await db
    .updateTable('agency_membership')
    .set({ confirmed_at: sql<string>`now()`, confirmed_by: by })
    .where('id', '=', id)
    .where('basis', '=', 'unverified')
    .where('confirmed_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && { agencyId: row.agency_id, ...toMembership(row) }
}

/** Public activities by agency id; a joint activity is credited to each of its agencies. */
export async function countPublicActivitiesByAgency(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('activity_tally')
    .where('scope', '=', 'public')
    .where('dimension', '=', 'agency')
    .groupBy('key')
    .select(['key', sql<number>`sum(count)::integer`.as('activities')])
    .execute()
  return new Map(rows.map((row) => [row.key, row.activities]))
}

/** When the agency's public activities were last changed; null when it has none. */
export async function findLastUpdate(db: Db, agencyId: string): Promise<string | null> {
  const row = await db
    .selectFrom('activity')
    .where('audience', '=', 'public')
    .where(sql<boolean>`${agencyId} = any (agency_ids)`)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .select('updated_at')
    .executeTakeFirst()
  return row?.updated_at ?? null
}

export function toAgency(row: Selectable<AgencyTable>): Agency {
  return {
    id: row.id,
    slug: row.slug,
    acronym: row.acronym,
    names: row.names,
    class: row.class,
    unSystem: row.un_system,
    iatiOrgId: row.iati_org_id,
    organisationType: row.organisation_type,
    source: row.source,
    basis: row.basis,
    confirmed: row.confirmed_at !== null,
  }
}

function toMembership(row: Selectable<AgencyMembershipTable>): Membership {
  return {
    id: row.id,
    role: row.role,
    fromOn: row.from_on,
    untilOn: row.until_on,
    precision: row.date_precision,
    source: row.source,
    basis: row.basis,
    confirmed: row.confirmed_at !== null,
  }
}
