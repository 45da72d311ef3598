import type { Activity, ActivityDraft } from '@concert/domain/activity'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { ActivityPeopleTable, ActivityPlaceTable, ActivityTable } from './activity-tables.ts'

/** The places that the public is told, by the code of the exact place. */
export type PublicPlaces = ReadonlyMap<string, string>

export function toActivity(
  row: Selectable<ActivityTable>,
  places: Selectable<ActivityPlaceTable>[],
  people: Selectable<ActivityPeopleTable>[],
): Activity {
  return {
    id: row.id,
    reference: row.reference,
    source: row.source,
    leadAgencyId: row.lead_agency_id,
    partnerAgencyIds: row.partner_agency_ids,
    otherPartners: row.other_partners as Activity['otherPartners'],
    title: row.title,
    description: row.description,
    kind: row.kind as Activity['kind'],
    level: row.level as Activity['level'],
    status: row.status as Activity['status'],
    visibility: row.visibility as Activity['visibility'],
    relevance: row.relevance as Activity['relevance'],
    places: places.map((place) => ({ code: place.place_code, percentage: toPercentage(place.percentage) })),
    pillars: row.pillars as Activity['pillars'],
    sdgTargets: row.sdg_targets as Activity['sdgTargets'],
    forms: row.forms as Activity['forms'],
    audiences: row.audiences as Activity['audiences'],
    tags: row.tags as Activity['tags'],
    paragraphs: row.paragraphs,
    startOn: row.start_on,
    endOn: row.end_on,
    people: people.map(toPeopleCount),
    budget: toBudget(row),
    toolsUsed: row.tools_used,
    lessons: row.lessons,
    links: row.links,
    doNoHarm: row.do_no_harm,
    publishReasons: row.publish_reasons,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at,
    publishedAt: row.published_at,
  }
}

export function toPercentage(stored: string | null): number | null {
  return stored === null ? null : Number(stored)
}

export function toBudget(row: { budget_minor: number | null; budget_currency: string | null }): Activity['budget'] {
  if (row.budget_minor === null || row.budget_currency === null) return null
  return { amountMinor: row.budget_minor, currency: row.budget_currency }
}

export function toPeopleCount(row: Selectable<ActivityPeopleTable>): Activity['people'][number] {
  return {
    kind: row.kind as Activity['people'][number]['kind'],
    sex: row.sex as Activity['people'][number]['sex'],
    ageGroup: row.age_group as Activity['people'][number]['ageGroup'],
    form: row.form as Activity['people'][number]['form'],
    audience: row.audience as Activity['people'][number]['audience'],
    count: row.count,
  }
}

/** The columns that a person types, apart from places and people, which have tables of their own. */
export function columnsOf(draft: ActivityDraft) {
  return {
    partner_agency_ids: draft.partnerAgencyIds,
    other_partners: JSON.stringify(draft.otherPartners),
    title: JSON.stringify(draft.title),
    description: JSON.stringify(draft.description),
    kind: draft.kind,
    level: draft.level,
    status: draft.status,
    pillars: draft.pillars,
    sdg_targets: draft.sdgTargets,
    forms: draft.forms,
    audiences: draft.audiences,
    tags: draft.tags,
    paragraphs: draft.paragraphs,
    start_on: draft.startOn,
    end_on: draft.endOn,
    budget_minor: draft.budget?.amountMinor ?? null,
    budget_currency: draft.budget?.currency ?? null,
    tools_used: draft.toolsUsed,
    lessons: draft.lessons,
    links: JSON.stringify(draft.links),
    do_no_harm: draft.doNoHarm && JSON.stringify(draft.doNoHarm),
  } satisfies Updateable<ActivityTable>
}

export function placeRowsOf(
  activityId: string,
  draft: ActivityDraft,
  publicPlaces: PublicPlaces,
): Insertable<ActivityPlaceTable>[] {
  return draft.places.map((place) => ({
    activity_id: activityId,
    place_code: place.code,
    public_place_code: publicPlaces.get(place.code) ?? '001',
    percentage: place.percentage,
  }))
}

export function peopleRowsOf(activityId: string, draft: ActivityDraft): Insertable<ActivityPeopleTable>[] {
  return draft.people.map((row) => ({
    activity_id: activityId,
    kind: row.kind,
    sex: row.sex,
    age_group: row.ageGroup,
    form: row.form,
    audience: row.audience,
    count: row.count,
  }))
}
