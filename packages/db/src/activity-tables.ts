import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type DefaultJson<T> = ColumnType<T, string | undefined, string>

export interface NarrativeColumn {
  language: string
  text: string
}

export interface ActivityTable {
  id: Generated<string>
  reference: Generated<string>
  source: Generated<'hand' | 'import'>
  lead_agency_id: string
  partner_agency_ids: Generated<string[]>
  agency_ids: GeneratedAlways<string[]>
  other_partners: DefaultJson<{ kind: string; name: string }[]>
  title: DefaultJson<NarrativeColumn[]>
  description: DefaultJson<NarrativeColumn[]>
  kind: string | null
  level: string | null
  status: Generated<string>
  visibility: Generated<string>
  relevance: Generated<string>
  /** Who may see the row: derived from visibility and relevance. */
  audience: GeneratedAlways<'draft' | 'group' | 'public'>
  /** Whether the row enters any figure. */
  counted: GeneratedAlways<boolean>
  pillars: Generated<string[]>
  sdg_targets: Generated<string[]>
  forms: Generated<string[]>
  audiences: Generated<string[]>
  tags: Generated<string[]>
  paragraphs: Generated<string[]>
  start_on: string | null
  end_on: string | null
  budget_minor: number | null
  budget_currency: string | null
  tools_used: string | null
  lessons: string | null
  links: DefaultJson<{ url: string; label: string }[]>
  do_no_harm: Json<{ preciseIsSafe: boolean; why: string }> | null
  publish_reasons: DefaultJson<{ code: string; field: string; reason: string }[]>
  search: GeneratedAlways<string>
  /** Every code that a list can be narrowed to, as `kind:TA`. */
  facets: GeneratedAlways<string>
  version: Generated<number>
  created_at: Generated<string>
  created_by: string | null
  updated_at: Generated<string>
  updated_by: string | null
  submitted_at: string | null
  submitted_by: string | null
  published_at: string | null
  published_by: string | null
}

export interface ActivityPlaceTable {
  activity_id: string
  place_code: string
  public_place_code: string
  percentage: ColumnType<string | null, number | null, number | null>
}

export interface ActivityPeopleTable {
  activity_id: string
  kind: string
  sex: string | null
  age_group: string | null
  form: string | null
  audience: string | null
  count: number
}

export interface ActivityVersionTable {
  activity_id: string
  version: number
  at: Generated<string>
  by_id: string | null
  by_name: string
  change: string
  snapshot: Json<unknown>
}

/** Derived from `activity` by triggers: lead and partners, in the order of dates. */
export interface ActivityAgencyTable {
  activity_id: string
  agency_id: string
  role: 'lead' | 'partner'
  audience: string
  counted: boolean
  start_on: string | null
}

/** Derived from `activity_place` by triggers: each place with every region that contains it. */
export interface ActivityAreaTable {
  activity_id: string
  scope: 'public' | 'group'
  place_code: string
  named: boolean
  audience: string
  counted: boolean
  start_on: string | null
}

export interface ActivityTallyTable {
  id: GeneratedAlways<number>
  scope: 'public' | 'group'
  dimension: string
  key: string
  count: number
  folded: Generated<boolean>
}

export interface ActivitiesTables {
  activity: ActivityTable
  activity_place: ActivityPlaceTable
  activity_people: ActivityPeopleTable
  activity_version: ActivityVersionTable
  activity_agency: ActivityAgencyTable
  activity_area: ActivityAreaTable
  activity_tally: ActivityTallyTable
}
