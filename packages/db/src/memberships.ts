import type { Membership } from '@concert/domain/agency'
import { NotFound } from '@concert/domain/errors'
import type {
  AgencyRegistration,
  MembershipChange,
  MembershipChangeKind,
  MembershipPeriod,
} from '@concert/domain/membership'
import { type Selectable, sql } from 'kysely'
import { type AgencyMembership, findMemberships } from './agencies.ts'
import type { Db, Trx } from './client.ts'
import type { AgencyMembershipChangeTable } from './membership-tables.ts'

type Facts = MembershipPeriod & Pick<Membership, 'source'>

export async function getMembership(db: Db, id: string): Promise<AgencyMembership> {
  const membership = (await findMemberships(db)).find((each) => each.id === id)
  if (!membership) throw new NotFound('membership')
  return membership
}

/** Makes everyone who writes memberships of an agency wait for the other, so that each sees what the other wrote. */
export async function lockMembershipsOf(trx: Trx, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('memberships'), hashtext(${agencyId}))`.execute(trx)
}

/** A membership that somebody vouches for as it is written. */
export async function insertMembership(
  trx: Trx,
  membership: Facts & Pick<AgencyMembership, 'agencyId' | 'role'> & { by: string | null },
): Promise<string> {
  const { id } = await trx
    .insertInto('agency_membership')
    .values({
      agency_id: membership.agencyId,
      role: membership.role,
      from_on: membership.fromOn,
      until_on: membership.untilOn,
      date_precision: membership.precision,
      source: membership.source,
      basis: 'sourced',
      confirmed_at: sql<string>`now()`,
      confirmed_by: membership.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateMembership(trx: Trx, id: string, facts: Facts): Promise<void> {
  await trx
    .updateTable('agency_membership')
    .set({
      from_on: facts.fromOn,
      until_on: facts.untilOn,
      date_precision: facts.precision,
      source: facts.source,
    })
    .where('id', '=', id)
    .execute()
}

export interface NewMembershipChange {
  membershipId: string
  kind: MembershipChangeKind
  before: Facts | null
  after: Facts
  reason: string | null
  byName: string
  at: string
}

export async function insertMembershipChange(trx: Trx, change: NewMembershipChange): Promise<void> {
  await trx
    .insertInto('agency_membership_change')
    .values({
      membership_id: change.membershipId,
      kind: change.kind,
      before: change.before && JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      reason: change.reason,
      by_name: change.byName,
      at: change.at,
    })
    .execute()
}

/** What was written of an agency's memberships, newest first. */
export async function findMembershipChanges(db: Db, agencyId: string): Promise<MembershipChange[]> {
  const rows = await db
    .selectFrom('agency_membership_change as change')
    .innerJoin('agency_membership as membership', 'membership.id', 'change.membership_id')
    .where('membership.agency_id', '=', agencyId)
    .selectAll('change')
    .orderBy('change.id', 'desc')
    .execute()
  return rows.map(toChange)
}

export interface RecentChange extends MembershipChange {
  role: Membership['role']
  agency: { slug: string; acronym: string }
}

/** What was written since an instant, by the agencies' short names; `total` counts what is beyond `limit` too. */
export async function findRecentMembershipChanges(
  db: Db,
  since: string | null,
  limit: number,
): Promise<{ total: number; changes: RecentChange[] }> {
  const recent = db
    .selectFrom('agency_membership_change as change')
    .innerJoin('agency_membership as membership', 'membership.id', 'change.membership_id')
    .innerJoin('agency', 'agency.id', 'membership.agency_id')
    .$if(since !== null, (query) => query.where('change.at', '>', since ?? ''))
  const { total } = await recent.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await recent
    .selectAll('change')
    .select(['membership.role', 'agency.slug', 'agency.acronym'])
    .orderBy('agency.acronym')
    .orderBy('change.id')
    .limit(limit)
    .execute()
  return {
    total,
    changes: rows.map((row) => ({
      ...toChange(row),
      role: row.role,
      agency: { slug: row.slug, acronym: row.acronym },
    })),
  }
}

/** A new agency that a coordinator vouches for; undefined when its slug is taken. */
export async function insertAgency(
  trx: Trx,
  agency: Omit<AgencyRegistration, 'idempotencyKey'>,
  by: string | null,
): Promise<string | undefined> {
  const row = await trx
    .insertInto('agency')
    .values({
      slug: agency.slug,
      acronym: agency.acronym,
      names: JSON.stringify(agency.names),
      class: agency.class,
      un_system: agency.unSystem,
      iati_org_id: null,
      crs_channel: null,
      source: agency.source,
      basis: 'sourced',
      confirmed_at: sql<string>`now()`,
      confirmed_by: by,
      visible: true,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

function toChange(row: Selectable<AgencyMembershipChangeTable>): MembershipChange {
  return {
    id: row.id,
    membershipId: row.membership_id,
    kind: row.kind,
    before: row.before,
    after: row.after,
    reason: row.reason,
    byName: row.by_name,
    at: row.at,
  }
}
