import { type ActivityFilter, narrowedBy } from '@concert/domain/activity-filter'
import type { ActivitySummary, ActivityView, Readership } from '@concert/domain/activity-view'
import { NotFound } from '@concert/domain/errors'
import type { Selectable } from 'kysely'
import { type RawBuilder, sql } from 'kysely'
import { countLimit, countNarrowed, findNarrowedIds, narrow } from './activities-filter.ts'
import { toBudget, toPeopleCount } from './activity-records.ts'
import type { ActivityTable } from './activity-tables.ts'
import { sumAllActivities } from './activity-tallies.ts'
import type { Db } from './client.ts'

/**
 * One page of the log in the filter's order, as this readership sees it, and how many there are: of the whole log as
 * kept, of a part counted up to one past `countLimit`.
 */
export async function findActivityPage(
  db: Db,
  filter: ActivityFilter,
  readership: Readership,
): Promise<{ rows: ActivitySummary[]; total: number; isAtLeast: boolean }> {
  const narrowed = await narrow(db, filter, readership)
  const rows = await findSummaries(db, await findNarrowedIds(db, filter, narrowed), readership)
  const isWhole = narrowedBy(filter).length === 0
  const total = isWhole ? await sumAllActivities(db, readership) : await countNarrowed(db, narrowed)
  const isKnown = isWhole || typeof narrowed.total === 'number'
  return { rows, total: isKnown ? total : Math.min(total, countLimit), isAtLeast: !isKnown && total > countLimit }
}

/** These activities, in this order. */
export async function findSummaries(
  db: Db,
  ids: readonly string[],
  readership: Readership,
): Promise<ActivitySummary[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<SummaryRow>`
    select ${summaryColumns}, ${leadOf}, ${partnersOf}, ${placesOf(readership)}
    from unnest(${ids}::uuid[]) with ordinality wanted (id, position)
    join activity a on a.id = wanted.id
    order by wanted.position`.execute(db)
  return rows.map(toSummary)
}

/** One activity, with nothing in it that this readership may not know: those columns are not even read. */
export async function getActivityView(db: Db, reference: string, readership: Readership): Promise<ActivityView> {
  const { rows } = await sql<ViewRow>`
    select ${summaryColumns}, a.id, a.description, a.sdg_targets, a.forms, a.audiences, a.tags, a.paragraphs,
      a.other_partners, a.budget_minor, a.budget_currency, a.links, a.source, a.version, a.published_at,
      ${leadOf}, ${partnersOf}, ${readership === 'public' ? publicPlacesOf : exactPlacesOf}
    from activity a where a.reference = ${reference}
      and ${readership === 'public' ? sql`a.audience = 'public'` : sql`true`}`.execute(db)
  const row = rows[0]
  if (!row) throw new NotFound('activity')
  return {
    ...toSummary(row),
    description: row.description,
    sdgTargets: row.sdg_targets as ActivityView['sdgTargets'],
    forms: row.forms as ActivityView['forms'],
    audiences: row.audiences as ActivityView['audiences'],
    tags: row.tags as ActivityView['tags'],
    paragraphs: row.paragraphs,
    otherPartners: row.other_partners as ActivityView['otherPartners'],
    budget: toBudget(row),
    links: row.links,
    source: row.source,
    version: row.version,
    publishedAt: row.published_at,
    places: row.places,
    members: readership === 'group' ? await findMembersView(db, row.id) : null,
  }
}

async function findMembersView(db: Db, id: string): Promise<ActivityView['members']> {
  const row = await db
    .selectFrom('activity as a')
    .select(['tools_used', 'lessons', 'do_no_harm', 'submitted_at', 'publish_reasons', publicPlaces.as('places')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const people = await db.selectFrom('activity_people').selectAll().where('activity_id', '=', id).execute()
  return {
    people: people.map(toPeopleCount),
    toolsUsed: row.tools_used,
    lessons: row.lessons,
    doNoHarm: row.do_no_harm,
    submittedAt: row.submitted_at,
    publishReasons: row.publish_reasons,
    publicPlaces: row.places,
  }
}

type SummaryRow = Pick<
  Selectable<ActivityTable>,
  | 'reference'
  | 'title'
  | 'kind'
  | 'level'
  | 'status'
  | 'visibility'
  | 'relevance'
  | 'pillars'
  | 'start_on'
  | 'end_on'
  | 'updated_at'
> & { lead: ActivitySummary['lead']; partners: ActivitySummary['partners']; places: ActivityView['places'] }
type ViewRow = SummaryRow & Selectable<ActivityTable>

const summaryColumns = sql`a.reference, a.title, a.kind, a.level, a.status, a.visibility, a.relevance, a.pillars,
  a.start_on, a.end_on, a.updated_at`

const agencyRef = sql`jsonb_build_object('id', g.id, 'slug', g.slug, 'acronym', g.acronym, 'names', g.names)`
const leadOf = sql`(select ${agencyRef} from agency g where g.id = a.lead_agency_id) as lead`
const partnersOf = sql`(
  select coalesce(jsonb_agg(${agencyRef} order by g.acronym), '[]') from agency g where g.id = any (a.partner_agency_ids)
) as partners`

const placeRef = sql`jsonb_build_object('code', p.code, 'iso3', p.iso3, 'level', p.level, 'names', p.names,
  'footnote', p.footnote, 'hasPage', p.has_page)`
const publicPlaces: RawBuilder<ActivityView['places']> = sql`(
  select coalesce(jsonb_agg(${placeRef} || '{"percentage": null}' order by p.code), '[]')
  from activity_area r join place p on p.code = r.place_code
  where r.activity_id = a.id and r.scope = 'public' and r.named)`
const publicPlacesOf = sql`${publicPlaces} as places`
const exactPlacesOf = sql`(
  select coalesce(jsonb_agg(${placeRef} || jsonb_build_object('percentage', r.percentage) order by p.code), '[]')
  from activity_place r join place p on p.code = r.place_code where r.activity_id = a.id) as places`
const placesOf = (readership: Readership) => (readership === 'public' ? publicPlacesOf : exactPlacesOf)

function toSummary(row: SummaryRow): ActivitySummary {
  return {
    reference: row.reference,
    title: row.title,
    kind: row.kind as ActivitySummary['kind'],
    level: row.level as ActivitySummary['level'],
    status: row.status as ActivitySummary['status'],
    visibility: row.visibility as ActivitySummary['visibility'],
    relevance: row.relevance as ActivitySummary['relevance'],
    pillars: row.pillars as ActivitySummary['pillars'],
    startOn: row.start_on,
    endOn: row.end_on,
    updatedAt: row.updated_at,
    lead: row.lead,
    partners: row.partners,
    places: row.places,
  }
}
