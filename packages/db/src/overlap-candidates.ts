import { addDays } from '@concert/domain/calendar-date'
import { foldedWords } from '@concert/domain/folded-words'
import type { OverlapFacts } from '@concert/domain/overlap/facts'
import { containersOf } from '@concert/domain/overlap/places'
import type { PlaceNode } from '@concert/domain/place-coarsening'
import { sql } from 'kysely'
import type { Db } from './client.ts'

const most = 200
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
 * The activities that may overlap these facts, at most two hundred: through the index of areas, the names of containing
 * places and the two longest words of a title; those that share most codes first. Drafts are never among them.
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
      ${facetsOf(facts)}::tsquery, ${longestWords(facts.titles)}::text[],
      ${facts.startOn && addDays(facts.startOn, -daysApart)}::date,
      ${facts.endOn && addDays(facts.endOn, daysApart)}::date, ${most}) as ids`.execute(db)
  return findOverlapFacts(db, rows[0]?.ids ?? [])
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
      sql<string[]>`array(select place_code from activity_place p where p.activity_id = a.id order by 1)`.as('places'),
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

function facetsOf(facts: OverlapFacts): string | null {
  const codes = [
    ...(facts.kind === null ? [] : [`kind:${facts.kind}`]),
    ...facts.pillars.map((code) => `pillar:${code}`),
    ...facts.forms.map((code) => `form:${code}`),
    ...facts.audiences.map((code) => `audience:${code}`),
    ...facts.sdgTargets.map((code) => `sdg:${code}`),
  ]
  return codes.length === 0 ? null : codes.map((code) => `'${code}'`).join(' | ')
}

/** Two words of the longest title, as the index of the log has them. */
function longestWords(titles: readonly string[]): string[] {
  const [title] = titles.toSorted((a, b) => b.length - a.length)
  const words = foldedWords(title ?? '').filter((word) => word.length >= longWord)
  return [...new Set(words)].toSorted((a, b) => b.length - a.length).slice(0, 2)
}
