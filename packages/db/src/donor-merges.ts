import type { DonorEvent, PaidPair } from '@concert/domain/donor-merge'
import { NotFound } from '@concert/domain/errors'
import type { Locale } from '@concert/domain/locales'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn } from './donors.ts'

export interface Officer {
  id: string | null
  name: string
}

export interface StoredMerge {
  id: string
  fromId: string
  intoId: string
  isUndone: boolean
}

/** Merges a donor into another one: the database moves all that there is. The journal is locked by the caller. */
export async function insertDonorMerge(
  db: Db,
  merge: { fromId: string; intoId: string; reason: string; by: Officer },
): Promise<string> {
  const { fromId, intoId, reason, by } = merge
  const { id } = await db
    .insertInto('donor_merge')
    .values({ from_id: fromId, into_id: intoId, reason, merged_by: by.id, merged_by_name: by.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a merge back: the database moves back what it moved. */
export async function updateDonorMergeUndone(db: Db, id: string, undoing: { reason: string; by: Officer }) {
  await db
    .updateTable('donor_merge')
    .set({
      undone_reason: undoing.reason,
      undone_by: undoing.by.id,
      undone_by_name: undoing.by.name,
      undone_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute()
}

export async function getDonorMerge(db: Db, id: string): Promise<StoredMerge> {
  const row = await db.selectFrom('donor_merge').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('donor_merge')
  return { id: row.id, fromId: row.from_id, intoId: row.into_id, isUndone: row.undone_at !== null }
}

/** Splits pledges and payments off a donor; the database refuses what is not of that donor. */
export async function insertDonorSplit(
  db: Db,
  split: {
    fromId: string
    intoId: string
    reason: string
    by: Officer
    pledgeIds: readonly string[]
    paymentIds: readonly string[]
  },
): Promise<string> {
  const { fromId, intoId, reason, by } = split
  const { id } = await db
    .insertInto('donor_split')
    .values({ from_id: fromId, into_id: intoId, reason, split_by: by.id, split_by_name: by.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into donor_move (split_id, from_id, into_id, pledge_id, payment_id)
    select ${id}, ${fromId}, ${intoId}, pledge_id, payment_id from (
      select unnest(${split.pledgeIds}::uuid[]) as pledge_id, null::uuid as payment_id
      union
      select null, unnest(${split.paymentIds}::uuid[])
    ) chosen`.execute(db)
  return id
}

/** A donor that others were merged into, by the name of one of them. */
export async function findMergedIn(db: Db, donorId: string, reader: Locale): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select ${formerNameIn(reader, sql`d.id`)} as name from donor d where d.merged_into = ${donorId} limit 1`.execute(db)
  return rows[0]?.name
}

/** What a merge moved and is the other donor's no more, by reference. */
export async function findMovedOn(db: Db, merge: StoredMerge): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select coalesce(p.reference, m.reference) as reference
    from donor_move v left join pledge p on p.id = v.pledge_id left join payment m on m.id = v.payment_id
    where v.merge_id = ${merge.id} and not v.is_back and coalesce(p.donor_id, m.donor_id) <> ${merge.intoId}
    order by 1`.execute(db)
  return rows.map((row) => row.reference)
}

/** Payments and the pledges that they pay now, of which the merge moved one and not the other. */
export function findPairsAcrossMerge(db: Db, mergeId: string): Promise<PaidPair[]> {
  const moved = sql`select pledge_id, payment_id from donor_move where merge_id = ${mergeId} and not is_back`
  return pairsAcross(
    db,
    sql`select pledge_id from (${moved}) v where pledge_id is not null`,
    sql`select payment_id from (${moved}) v where payment_id is not null`,
  )
}

/** Payments and the pledges that they pay now, of which one was chosen and not the other. */
export function findPairsAcross(
  db: Db,
  chosen: { pledgeIds: readonly string[]; paymentIds: readonly string[] },
): Promise<PaidPair[]> {
  return pairsAcross(
    db,
    sql`select unnest(${chosen.pledgeIds}::uuid[])`,
    sql`select unnest(${chosen.paymentIds}::uuid[])`,
  )
}

/** How many of these pledges and payments are this donor's. */
export async function countOwned(
  db: Db,
  donorId: string,
  chosen: { pledgeIds: readonly string[]; paymentIds: readonly string[] },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from pledge where donor_id = ${donorId} and id = any (${chosen.pledgeIds}::uuid[]))
      + (select count(*) from payment where donor_id = ${donorId} and id = any (${chosen.paymentIds}::uuid[])) as count`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** What happened to a donor, the newest first. */
export async function findDonorEvents(db: Db, donorId: string, reader: Locale): Promise<DonorEvent[]> {
  const other = (id: RawBuilder<unknown>) => sql`jsonb_build_object('id', ${id}, 'name', ${formerNameIn(reader, id)})`
  const { rows } = await sql<DonorEvent>`
    select kind, at, by, reason, other, name, "mergeId",
      coalesce((select jsonb_agg(r.reference order by r.reference) from (
        select coalesce(p.reference, m.reference) as reference from donor_move v
        left join pledge p on p.id = v.pledge_id left join payment m on m.id = v.payment_id
        where (v.merge_id = told.merge_id or v.split_id = told.split_id) and not v.is_back and v.name_id is null
        order by 1 limit 20) r), '[]') as "references",
      (select jsonb_build_object('pledges', count(v.pledge_id), 'payments', count(v.payment_id)) from donor_move v
        where (v.merge_id = told.merge_id or v.split_id = told.split_id) and not v.is_back) as moved
    from (
      select 'registered' as kind, d.created_at as at, null as by, null as reason, null::jsonb as other, null as name,
        null::uuid as "mergeId", null::uuid as merge_id, null::uuid as split_id
      from donor d where d.id = ${donorId}
      union all
      -- Those that it was registered with were written one after the other.
      select 'named', n.created_at, null, null, null, n.name, null, null, null
      from (
        select k.name, k.created_at, min(k.created_at) over () as first from donor_name k
        where k.donor_id = ${donorId}
          and not exists (select from donor_move v where v.name_id = k.id and v.into_id = ${donorId} and not v.is_back)
      ) n where n.created_at > n.first + interval '1 second'
      union all
      select case when g.into_id = ${donorId} then 'merged_in' else 'merged_away' end, g.merged_at, g.merged_by_name,
        g.reason, case when g.into_id = ${donorId} then ${other(sql`g.from_id`)} else ${other(sql`g.into_id`)} end, null,
        case when g.into_id = ${donorId} and g.undone_at is null then g.id end, g.id, null
      from donor_merge g where ${donorId} in (g.from_id, g.into_id)
      union all
      select case when g.into_id = ${donorId} then 'undone_in' else 'came_back' end, g.undone_at, g.undone_by_name,
        g.undone_reason, case when g.into_id = ${donorId} then ${other(sql`g.from_id`)} else ${other(sql`g.into_id`)} end,
        null, null, g.id, null
      from donor_merge g where ${donorId} in (g.from_id, g.into_id) and g.undone_at is not null
      union all
      select case when s.into_id = ${donorId} then 'split_in' else 'split_off' end, s.split_at, s.split_by_name, s.reason,
        case when s.into_id = ${donorId} then ${other(sql`s.from_id`)} else ${other(sql`s.into_id`)} end, null, null, null, s.id
      from donor_split s where ${donorId} in (s.from_id, s.into_id)
    ) told
    order by at desc, kind`.execute(db)
  return rows
}

/** The name of a donor in this column, even while its names stand with another one. */
function formerNameIn(reader: Locale, donorId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`coalesce((
    select n.name from donor d
    join donor_merge g on g.from_id = d.id and g.undone_at is null
    join donor_move v on v.merge_id = g.id and not v.is_back
    join donor_name n on n.id = v.name_id
    where d.id = ${donorId}
    order by v.name_role = 'main' desc, n.language = ${reader} desc, n.language = 'en' desc, n.created_at desc
    limit 1), ${donorNameIn(reader, donorId)})`
}

async function pairsAcross(db: Db, pledges: RawBuilder<unknown>, payments: RawBuilder<unknown>): Promise<PaidPair[]> {
  const { rows } = await sql<PaidPair>`
    with pledges as materialized (select x as id from (${pledges}) c (x)),
      payments as materialized (select x as id from (${payments}) c (x))
    select distinct p.reference as pledge, m.reference as payment
    from (
      select * from allocation where pledge_id in (select id from pledges)
      union
      select * from allocation where payment_id in (select id from payments)
    ) a join pledge p on p.id = a.pledge_id join payment m on m.id = a.payment_id
    where a.undone_by is null
      and (a.pledge_id in (select id from pledges)) <> (a.payment_id in (select id from payments))
    order by 1, 2`.execute(db)
  return rows
}
