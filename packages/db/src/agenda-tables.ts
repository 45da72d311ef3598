import type { DecisionState, FrozenAgenda, GroupMeeting } from '@concert/domain/agenda'
import type { ColumnType, Generated } from 'kysely'

export interface GroupMeetingTable {
  id: Generated<string>
  title: string
  on: string
  place: string | null
  chair_agency_id: string | null
  notes: ColumnType<GroupMeeting['notes'], string | undefined, string>
  frozen: ColumnType<FrozenAgenda | null, string | null | undefined, string | null>
  held_at: string | null
}

export interface GroupDecisionTable {
  id: Generated<string>
  meeting_id: string
  text: string
  owner_agency_id: string
  due_on: string
  state: Generated<DecisionState>
  closed_on: string | null
  closed_note: string | null
  recorded_at: Generated<string>
}

export interface AgendaTables {
  group_meeting: GroupMeetingTable
  group_decision: GroupDecisionTable
}
