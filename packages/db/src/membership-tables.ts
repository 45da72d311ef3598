import type { MembershipChange, MembershipChangeKind } from '@concert/domain/membership'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Known = MembershipChange['after']

export interface AgencyMembershipChangeTable {
  id: GeneratedAlways<number>
  membership_id: string
  kind: MembershipChangeKind
  before: ColumnType<Known | null, string | null, never>
  after: ColumnType<Known, string, never>
  reason: string | null
  by_name: string
  at: string
}

/** Where an agency answers the group; the newest row holds. */
export interface AgencyMailboxTable {
  id: GeneratedAlways<number>
  agency_id: string
  address: string | null
  saved_at: Generated<string>
  saved_by: string | null
  saved_by_name: string
}

export interface MembershipTables {
  agency_mailbox: AgencyMailboxTable
  agency_membership_change: AgencyMembershipChangeTable
}
