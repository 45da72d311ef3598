import { addDays } from '@concert/domain/calendar-date'
import { foldedWords } from '@concert/domain/folded-words'
import { overlapThreshold, overlapWeights } from '@concert/domain/overlap'
import type { OverlapFacts } from '@concert/domain/overlap/facts'
import { containersOf } from '@concert/domain/overlap/places'
import type { PlaceNode } from '@concert/domain/place-coarsening'
import { sql } from 'kysely'
import type { Db } from './client.ts'

const most = 100
// What place, period and words cannot give has to come from the other facts.
const leastBesides = overlapThreshold - overlapWeights.place - overlapWeights.period - overlapWeights.words
const daysApart = 45
const longWord = 4
const world = '001'

export interface Candidate {
  id: string
  facts: OverlapFacts
  /** Whether it enters any figure: neither a draft nor joined, nor imported and not accepted. */
  isLive: boolean
}

/**
 * The activities that may overlap these facts, at most a hundred: through the index of areas, the names of containing
 * places and the codes of what is tied to no country; those that can score most first. Drafts are never among them.
 */
export async function findOverlapCandidates(
  db: Db,
  facts: OverlapFacts,
  tree: ReadonlyMap<string, PlaceNode>,
  selfId: string | null,
): Promise<Candidate[]> {
  const containers = [...new Set(facts.places.flatMap((code) => [...containersOf(code, tree), code]))]
  const { rows } = await sql<{ ids: string[] }>`
    select overlap_candidates(
      ${selfId}, ${facts.leadAgencyId}, ${facts.places.filter((code) => code !== world)}::text[],
      ${containers.filter((code) => code !== world || facts.places.includes(world))}::text[],
      ${anywhereOf(facts)}::tsquery, ${longestWords(facts.titles)}::text[],
      ${facts.startOn && addDays(facts.startOn, -daysApart)}::date,
      ${facts.endOn && addDays(facts.endOn, daysApart)}::date,
      ${facts.kind}, ${facts.forms}::text[], ${facts.audiences}::text[], ${facts.pillars}::text[],
      ${facts.sdgTargets}::text[], ${leastBesides}, ${most}) as ids`.execute(db)
  return findOverlapFacts(db, rows[0]?.ids ?? [])
}

/**
 * What is planned or under way, and whatever has a pair already, in the order of ids: the next ones after `after`. Two
 * that are completed are no overlap, so that comparing these with the log meets every pair.
 */
export async function findCandidatesAfter(db: Db, after: string | null, limit: number): Promise<Candidate[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from activity a
    where (${after}::uuid is null or a.id > ${after}::uuid) and a.visibility <> 'draft'
      and (a.counted and a.status in ('planned', 'ongoing')
        or exists (select from overlap_pair p where p.a_id = a.id)
        or exists (select from overlap_pair p where p.b_id = a.id))
    order by a.id limit ${limit}`.execute(db)
  const ids = rows.map(({ id }) => id)
  const found = new Map((await findOverlapFacts(db, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** What these activities say of themselves; those that the one who asks may not see are left out. */
export async function findOverlapFacts(db: Db, ids: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('activity as a')
    .select([
      'a.id',
      'a.lead_agency_id',
      'a.partner_agency_ids',
      'a.status',
      'a.title',
      'a.kind',
      'a.pillars',
      'a.forms',
      'a.audiences',
      'a.sdg_targets',
      'a.start_on',
      'a.end_on',
      'a.counted',
      sql<string[]>`array(
        select r.place_code from activity_area r
        where r.activity_id = a.id and r.scope = 'group' and r.named order by 1)`.as('places'),
    ])
    .where('a.id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    isLive: row.counted,
    facts: {
      leadAgencyId: row.lead_agency_id,
      partnerAgencyIds: row.partner_agency_ids,
      status: row.status as OverlapFacts['status'],
      titles: row.title.map(({ text }) => text),
      places: row.places,
      kind: row.kind as OverlapFacts['kind'],
      pillars: row.pillars as OverlapFacts['pillars'],
      forms: row.forms as OverlapFacts['forms'],
      audiences: row.audiences as OverlapFacts['audiences'],
      sdgTargets: row.sdg_targets as OverlapFacts['sdgTargets'],
      startOn: row.start_on,
      endOn: row.end_on,
    },
  }))
}

/**
 * What may be the same work without a common country: global work, or any when the facts themselves name no country.
 * Without the points of a place it has to share the kind, and a form or an audience; null when the facts say too little.
 */
function anywhereOf(facts: OverlapFacts): string | null {
  const either = [
    ...facts.forms.map((code) => `'form:${code}'`),
    ...facts.audiences.map((code) => `'audience:${code}'`),
  ]
  if (facts.kind === null || either.length === 0) return null
  const isTied = facts.places.some((code) => code !== world)
  const all = [...(isTied ? [`'level:global'`] : []), `'kind:${facts.kind}'`, `(${either.join(' | ')})`]
  return all.join(' & ')
}

/** Two words of the longest title, as the index of the log has them. */
function longestWords(titles: readonly string[]): string[] {
  const [title] = titles.toSorted((a, b) => b.length - a.length)
  const words = foldedWords(title ?? '').filter((word) => word.length >= longWord)
  return [...new Set(words)].toSorted((a, b) => b.length - a.length).slice(0, 2)
}
