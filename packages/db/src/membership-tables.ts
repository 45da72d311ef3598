import type { MembershipChange, MembershipChangeKind } from '@concert/domain/membership'
import type { ColumnType, GeneratedAlways } from 'kysely'

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

export interface MembershipTables {
  agency_membership_change: AgencyMembershipChangeTable
}
