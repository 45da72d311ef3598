import type { ActivitySummary } from '@concert/domain/activity-view'
import type { OverlapFact, OverlapReason, VerdictFacts } from '@concert/domain/overlap'
import {
  type OverlapFilter,
  type OverlapVerdict,
  overlapsPerPage,
  type PartyMailbox,
  type VerdictKind,
} from '@concert/domain/overlap-verdict'
import { type RawBuilder, sql } from 'kysely'
import { findSummaries } from './activities-list.ts'
import type { Db } from './client.ts'

/** Two activities by id, the smaller first: a pair has one row, in whichever order it is asked for. */
export interface PairKey {
  aId: string
  bId: string
}

export const pairOf = (one: string, other: string): PairKey =>
  one < other ? { aId: one, bId: other } : { aId: other, bId: one }

export interface StoredPair extends PairKey {
  score: number
  reasons: OverlapReason[]
  agencyIds: string[]
  state: 'open' | 'settled'
  changed: OverlapFact[]
  foundAt: string
}

/** Keeps a pair as it now is; when it was found stays. */
export async function upsertOverlapPair(
  db: Db,
  pair: Omit<StoredPair, 'foundAt'> & { placeCodes: string[] },
): Promise<void> {
  const values = {
    score: pair.score,
    reasons: JSON.stringify(pair.reasons),
    agency_ids: pair.agencyIds,
    place_codes: pair.placeCodes,
    state: pair.state,
    changed: pair.changed,
  }
  await db
    .insertInto('overlap_pair')
    .values({ a_id: pair.aId, b_id: pair.bId, ...values })
    .onConflict((conflict) => conflict.columns(['a_id', 'b_id']).doUpdateSet(values))
    .execute()
}

export async function deleteOverlapPair(db: Db, { aId, bId }: PairKey): Promise<void> {
  await db.deleteFrom('overlap_pair').where('a_id', '=', aId).where('b_id', '=', bId).execute()
}

export async function updateOverlapState(
  db: Db,
  { aId, bId }: PairKey,
  change: { state: 'open' | 'settled'; changed: OverlapFact[] },
): Promise<void> {
  await db
    .updateTable('overlap_pair')
    .set(change)
    .where('a_id', '=', aId)
    .where('b_id', '=', bId)
    .executeTakeFirstOrThrow()
}

export async function findOverlapPair(db: Db, { aId, bId }: PairKey): Promise<StoredPair | undefined> {
  const { rows } = await selectPairs(db, sql`p.a_id = ${aId} and p.b_id = ${bId}`, 1, 0)
  return rows[0]
}

/** Every pair of an activity, the highest score first. */
export async function findPairsOf(db: Db, activityId: string): Promise<StoredPair[]> {
  return (await selectPairs(db, sql`(p.a_id = ${activityId} or p.b_id = ${activityId})`, 500, 0)).rows
}

/** A page of the pairs that a filter leaves; `agencyIds` are the filter's agencies, each of which has to take part. */
export async function findOverlapPage(
  db: Db,
  filter: OverlapFilter,
  agencyIds: readonly string[],
): Promise<{ rows: StoredPair[]; total: number }> {
  const where = sql`p.state = ${filter.state ?? 'open'}
    and p.agency_ids @> ${agencyIds}::uuid[]
    and ${filter.place === undefined ? sql`true` : sql`${filter.place} = any (p.place_codes)`}`
  return selectPairs(db, where, overlapsPerPage, ((filter.page ?? 1) - 1) * overlapsPerPage)
}

/** How many pairs wait to be settled; of one agency when it is given. */
export async function countOpenOverlaps(db: Db, agencyId?: string): Promise<number> {
  let query = db.selectFrom('overlap_pair').where('state', '=', 'open')
  if (agencyId !== undefined) query = query.where(sql<boolean>`agency_ids @> array[${agencyId}]::uuid[]`)
  const row = await query.select(sql<number>`count(*)::integer`.as('pairs')).executeTakeFirstOrThrow()
  return row.pairs
}

export interface OverlapCounts {
  open: number
  settled: number
}

/** How many pairs there are in each state. */
export async function countOverlapStates(db: Db): Promise<OverlapCounts> {
  const row = await db
    .selectFrom('overlap_pair')
    .select([
      sql<number>`(count(*) filter (where state = 'open'))::integer`.as('open'),
      sql<number>`(count(*) filter (where state = 'settled'))::integer`.as('settled'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

export interface OpenOverlap {
  activities: [ActivitySummary, ActivitySummary]
  score: number
  reasons: OverlapReason[]
}

/** The open pairs with the highest scores, as the group sees them. */
export async function findOpenOverlaps(db: Db, { limit }: { limit: number }): Promise<OpenOverlap[]> {
  const { rows } = await selectPairs(db, sql`p.state = 'open'`, limit, 0)
  return withActivities(db, rows)
}

/** Pairs with what a list says of their two activities. */
export async function withActivities<Pair extends PairKey>(
  db: Db,
  pairs: readonly Pair[],
): Promise<(Pair & { activities: [ActivitySummary, ActivitySummary] })[]> {
  const ids = [...new Set(pairs.flatMap(({ aId, bId }) => [aId, bId]))]
  if (ids.length === 0) return []
  const references = await db.selectFrom('activity').select(['id', 'reference']).where('id', 'in', ids).execute()
  const summaries = new Map((await findSummaries(db, ids, 'group')).map((one) => [one.reference, one]))
  const byId = new Map(references.map(({ id, reference }) => [id, summaries.get(reference)]))
  return pairs.flatMap((pair) => {
    const [a, b] = [byId.get(pair.aId), byId.get(pair.bId)]
    return a && b ? [{ ...pair, activities: [a, b] as [ActivitySummary, ActivitySummary] }] : []
  })
}

export interface StoredVerdict extends OverlapVerdict, PairKey {
  facts: VerdictFacts
}

export async function insertOverlapVerdict(
  db: Db,
  verdict: PairKey & {
    kind: VerdictKind
    note: string
    facts: VerdictFacts
    byId: string | null
    byName: string
    byAgencyId: string | null
    mailboxes: PartyMailbox[]
  },
): Promise<void> {
  await db
    .insertInto('overlap_verdict')
    .values({
      a_id: verdict.aId,
      b_id: verdict.bId,
      kind: verdict.kind,
      note: verdict.note,
      facts: JSON.stringify(verdict.facts),
      by_id: verdict.byId,
      by_name: verdict.byName,
      by_agency_id: verdict.byAgencyId,
      mailboxes: JSON.stringify(verdict.mailboxes),
    })
    .execute()
}

/** The verdicts on these pairs, the newest first. */
export async function findOverlapVerdicts(db: Db, pairs: readonly PairKey[]): Promise<StoredVerdict[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<StoredVerdict>`
    select v.a_id as "aId", v.b_id as "bId", v.kind, v.note, v.facts, v.at, v.by_name as "byName",
      v.mailboxes, g.acronym as "byAgency"
    from unnest(${pairs.map(({ aId }) => aId)}::uuid[], ${pairs.map(({ bId }) => bId)}::uuid[]) wanted (a_id, b_id)
    join overlap_verdict v using (a_id, b_id) left join agency g on g.id = v.by_agency_id
    order by v.id desc`.execute(db)
  return rows
}

/** Open pairs of which one activity is no longer live: a draft, out of every figure, or cancelled. */
export async function findDeadOpenPairs(db: Db): Promise<string[]> {
  const { rows } = await sql<{ pair: string }>`
    select a.reference || ' · ' || b.reference as pair
    from overlap_pair p join activity a on a.id = p.a_id join activity b on b.id = p.b_id
    where p.state = 'open'
      and not (a.counted and b.counted and a.status <> 'cancelled' and b.status <> 'cancelled')
    order by 1`.execute(db)
  return rows.map(({ pair }) => pair)
}

async function selectPairs(
  db: Db,
  where: RawBuilder<unknown>,
  limit: number,
  offset: number,
): Promise<{ rows: StoredPair[]; total: number }> {
  const { rows } = await sql<StoredPair & { total: number }>`
    select p.a_id as "aId", p.b_id as "bId", p.score, p.reasons, p.agency_ids as "agencyIds", p.state, p.changed,
      p.found_at as "foundAt", count(*) over ()::integer as total
    from overlap_pair p where ${where}
    order by p.score desc, p.a_id, p.b_id limit ${limit} offset ${offset}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}
