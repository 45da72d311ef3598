import type { Activity, ActivityDraft, ActivityPlace, ActivityStatus, PublishReason } from './activity.ts'
import type { DraftField } from './activity-merge.ts'
import type { Finding } from './activity-quality.ts'
import type { StalenessReason } from './activity-staleness.ts'
import type { PlaceLevel } from './codelists.ts'
import type { GroupOfYear } from './group-of-year.ts'
import type { LocalizedText } from './locales.ts'

/** How much of the log a reader is shown: what is public, or what the whole group sees. */
export type Readership = 'public' | 'group'

export interface AgencyRef {
  id: string
  slug: string
  acronym: string
  names: LocalizedText
}

export interface PlaceRef {
  code: string
  iso3: string | null
  level: PlaceLevel
  names: LocalizedText
  footnote: 'scr_1244' | null
  hasPage: boolean
}

/** A row of a list. Places are those that the reader may know: subregions where the exact place could do harm. */
export interface ActivitySummary
  extends Pick<
    Activity,
    | 'reference'
    | 'title'
    | 'kind'
    | 'level'
    | 'pillars'
    | 'startOn'
    | 'endOn'
    | 'visibility'
    | 'relevance'
    | 'updatedAt'
  > {
  status: ActivityStatus
  /** Null where the lead is an agency that only coordinators see. */
  lead: AgencyRef | null
  partners: AgencyRef[]
  places: PlaceRef[]
}

/** One activity. `members` is null for readers who are not signed in. */
export interface ActivityView
  extends Omit<ActivitySummary, 'places'>,
    Pick<
      Activity,
      | 'description'
      | 'sdgTargets'
      | 'forms'
      | 'audiences'
      | 'tags'
      | 'paragraphs'
      | 'otherPartners'
      | 'budget'
      | 'links'
      | 'source'
      | 'version'
      | 'publishedAt'
    > {
  places: (PlaceRef & Pick<ActivityPlace, 'percentage'>)[]
  members: MembersView | null
}

/** What the group knows of an activity and the public does not. */
export interface MembersView extends Pick<Activity, 'people' | 'toolsUsed' | 'lessons' | 'doNoHarm' | 'submittedAt'> {
  publishReasons: PublishReason[]
  /** The places that the public is told instead. */
  publicPlaces: PlaceRef[]
}

/** A list's page. `total` stops counting at a limit: then `isAtLeast` says that there are more. */
export interface ActivityPage {
  rows: ActivitySummary[]
  page: number
  pageSize: number
  total: number
  isAtLeast: boolean
}

export interface ActivityCounts {
  total: number
  /** A joint activity is credited to each of its agencies, so these add up to more than the total. */
  byAgency: { agency: AgencyRef; count: number }[]
  byPillar: { code: string; count: number }[]
  byYear: { year: number | null; count: number }[]
  byRegion: { place: PlaceRef; count: number }[]
  byPlace: { place: PlaceRef; count: number }[]
  byKind: { code: string; count: number }[]
  byStatus: { code: string; count: number }[]
}

/** Counts of what a filter leaves; with a year, its agencies by the group's list of that year. */
export interface DimensionCounts {
  asOf: string
  /** Null where there is too much to count. */
  counts: ActivityCounts | null
  agenciesOfYear: GroupOfYear<ActivityCounts['byAgency'][number]> | null
}

/** One entry of an activity's history, newest first. */
export interface ActivityVersionView {
  version: number
  at: string
  byName: string
  change: ActivityChange
  /** What differs from the version before; empty for the first. */
  fields: DraftField[]
  draft: ActivityDraft
}

export const activityChanges = [
  'drafted',
  'saved',
  'restored',
  'submitted',
  'shared',
  'published',
  'withdrawn',
  'imported',
  'joined',
  'separated',
] as const
export type ActivityChange = (typeof activityChanges)[number]

/** What became of a save: kept, met another one, or stopped by the rules that a public activity has to meet. */
export type SaveOutcome =
  | { outcome: 'saved'; activity: Activity }
  | { outcome: 'conflict'; base: ActivityDraft; theirs: ActivityDraft; theirVersion: number; theirName: string }
  | { outcome: 'stopped'; findings: Finding[] }

export type PublishOutcome = Exclude<SaveOutcome, { outcome: 'conflict' }>

/** What waits for a person of an agency. */
export interface Inbox {
  drafts: ActivitySummary[]
  submitted: ActivitySummary[]
  stale: (ActivitySummary & { reason: StalenessReason })[]
}
