import type { ActivityStatus } from '@concert/domain/activity'
import type { AnswerKind, ReportState, RoundNote } from '@concert/domain/round'
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<string, Date | string, Date | string>
type MaybeInstant = ColumnType<string | null, Date | string | null | undefined, Date | string | null>

export interface ReportingRoundTable {
  id: Generated<string>
  from_on: string
  until_on: string
  deadline: string
  note: ColumnType<RoundNote, string, string>
  opened_at: Instant
  opened_by: string | null
  closed_at: MaybeInstant
  closed_by: string | null
}

export interface RoundReportTable {
  round_id: string
  agency_id: string
  expected: boolean
  state: Generated<ReportState>
  nothing_to_report: Generated<boolean>
  /** The activities that a cleared report listed. */
  listed: Generated<string[]>
  submitted_at: MaybeInstant
  submitted_by: string | null
  cleared_at: MaybeInstant
  cleared_by: string | null
}

export interface RoundAnswerTable {
  round_id: string
  agency_id: string
  activity_id: string
  kind: AnswerKind
  status: ActivityStatus
  start_on: string | null
  end_on: string | null
  note: string
  base_version: number
  is_proposal: boolean
  typed_at: Instant
  by_id: string | null
  by_name: string
}

export interface RoundsTables {
  reporting_round: ReportingRoundTable
  round_report: RoundReportTable
  round_answer: RoundAnswerTable
}
