import type { CommitmentStatus } from '@concert/domain/codelists'
import type { StatusAddressee } from '@concert/domain/commitment'
import type { Note } from '@concert/domain/evidence'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export interface CommitmentEvidenceTable {
  id: Generated<string>
  instrument_slug: string
  number: string
  kind: 'activity' | 'figure' | 'report'
  activity_id: string | null
  figure_id: string | null
  symbol: string | null
  title: string | null
  dated_on: string | null
  url: string | null
  note: Json<Note>
  added_at: Generated<string>
  added_by: string | null
  removed_at: string | null
  removed_by: string | null
}

export interface CommitmentStatusStepTable {
  id: Generated<string>
  instrument_slug: string
  number: string
  addressee: StatusAddressee
  status: CommitmentStatus
  note: Json<Note>
  changed_at: Generated<string>
  changed_by: string | null
  changed_by_name: string
}

export interface ParagraphAgencyTallyTable {
  id: Generated<string>
  number: string
  agency_id: string
  year: number | null
  count: number
  folded: Generated<boolean>
}

export interface CommitmentTables {
  commitment_evidence: CommitmentEvidenceTable
  commitment_status_step: CommitmentStatusStepTable
  paragraph_agency_tally: ParagraphAgencyTallyTable
}
