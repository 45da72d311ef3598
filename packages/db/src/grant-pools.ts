import type { PoolableGrant, PoolHistory, ReleasedPool } from '@concert/domain/grant-pools'
import type { PublicGrantPool } from '@concert/domain/grant-views'
import type { Locale } from '@concert/domain/locales'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** What the next release counts and what every release counted before: for coordinators and the system alone. */
export async function findGrantsToRelease(db: Db): Promise<{ grants: PoolableGrant[]; history: PoolHistory }> {
  const { rows } = await sql<{ grants: PoolableGrant[]; history: PoolHistory }>`
    select grants, history from grants_to_release()`.execute(db)
  return rows[0] ?? { grants: [], history: [] }
}

/** The pools of each release, for fund managers. */
export async function findPoolHistory(db: Db): Promise<PoolHistory> {
  const { rows } = await sql<{ history: PoolHistory }>`select grant_pools_told() as history`.execute(db)
  return rows[0]?.history ?? []
}

/** Grants whose amounts are known to anyone who remembers. */
export async function findGrantsOncePublic(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('fund_grant').select('id').where('was_public', '=', true).execute()
  return new Set(rows.map(({ id }) => id))
}

export async function insertPools(db: Db, number: number, pools: readonly ReleasedPool[]): Promise<void> {
  const rows = pools.flatMap(({ members, position, firstCallId, lastCallId }) =>
    members.map(({ grantId, visibility, awardedUsd, disbursedUsd }) => ({
      release_number: number,
      position,
      first_call_id: firstCallId,
      last_call_id: lastCallId,
      grant_id: grantId,
      visibility,
      awarded_usd: awardedUsd,
      disbursed_usd: disbursedUsd,
    })),
  )
  if (rows.length > 0) await db.insertInto('grant_pool_member').values(rows).execute()
}

/** As a table expression `standing_pool`: the pools of the release that stands, with the titles of their calls. */
export const standingPools = sql`
  standing_pool as (
    select p.*, f.title as first, l.title as last, f.year, s.released_on
    from (
      select c.content -> 'grants' -> 'pools' as pools, (r.released_at at time zone 'UTC')::date as released_on
      from people_release r join people_release_content c on c.number = r.number
      where r.withdrawn_at is null order by r.number desc limit 1
    ) s
    cross join jsonb_to_recordset(s.pools) as p ("firstCallId" uuid, "lastCallId" uuid, withheld integer,
      "awardedUsd" bigint, "disbursedUsd" bigint)
    join grant_call f on f.id = p."firstCallId" join grant_call l on l.id = p."lastCallId"
  )`

/** Grants that the release that stands tells together, in the order of their calls; none before the first release. */
export async function findPublicPools(db: Db, reader: Locale): Promise<PublicGrantPool[]> {
  const { rows } = await sql<PublicGrantPool>`
    with ${standingPools}
    select p."firstCallId", p."lastCallId", coalesce(p.first ->> ${reader}, p.first ->> 'en') as first,
      coalesce(p.last ->> ${reader}, p.last ->> 'en') as last, p.withheld, p."awardedUsd", p."disbursedUsd"
    from standing_pool p order by p.year, p."firstCallId", p.withheld`.execute(db)
  return rows
}
