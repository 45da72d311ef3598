import type { ActivityDraft, PublishReason } from '@concert/domain/activity'
import type { JoinState } from '@concert/domain/activity-join'
import type { OverlapReason, VerdictFacts } from '@concert/domain/overlap'
import type { PartyMailbox, VerdictKind } from '@concert/domain/overlap-verdict'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export interface OverlapPairTable {
  a_id: string
  b_id: string
  score: number
  reasons: Json<OverlapReason[]>
  agency_ids: string[]
  place_codes: string[]
  state: Generated<'open' | 'settled'>
  /** The facts that changed since the verdict that held before it opened again. */
  changed: Generated<string[]>
  found_at: Generated<string>
}

export interface OverlapVerdictTable {
  id: GeneratedAlways<number>
  a_id: string
  b_id: string
  kind: VerdictKind
  note: string
  facts: Json<VerdictFacts>
  at: Generated<string>
  by_id: string | null
  by_name: string
  by_agency_id: string | null
  mailboxes: ColumnType<PartyMailbox[], string | undefined, never>
}

/** A proposal to make one joint activity out of two, and what became of it. */
export interface ActivityJoinTable {
  id: Generated<string>
  kept_id: string
  joined_id: string
  kept_agency_id: string
  joined_agency_id: string
  state: Generated<JoinState>
  from_other: string[]
  note: string
  kept_version: number
  joined_version: number
  proposed_at: string
  by_id: string | null
  by_name: string
  by_agency_id: string | null
  kept_agreed_at: string | null
  kept_agreed_by: string | null
  joined_agreed_at: string | null
  joined_agreed_by: string | null
  joined_at: string | null
  ended_at: string | null
  ended_by: string | null
  ended_agency_id: string | null
  ended_why: string | null
}

/** What the two records said before they were joined; read by Concert alone. */
export interface ActivityJoinBeforeTable {
  join_id: string
  kept_draft: Json<ActivityDraft>
  kept_reasons: Json<PublishReason[]>
  kept_visibility: 'group' | 'public'
  joined_relevance: 'own' | 'relevant'
}

export interface OverlapTables {
  overlap_pair: OverlapPairTable
  overlap_verdict: OverlapVerdictTable
  activity_join: ActivityJoinTable
  activity_join_before: ActivityJoinBeforeTable
}
