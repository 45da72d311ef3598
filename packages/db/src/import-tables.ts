import type { ActivityDraft } from '@concert/domain/activity'
import type { ImportedActivity, ImportFinding } from '@concert/domain/imported-activity'
import type { RelevanceBand, RelevanceProposal } from '@concert/domain/relevance'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export interface ImportTable {
  id: Generated<string>
  kind: 'iati'
  file_name: string
  sha256: string
  bytes: number
  at: Generated<string>
  by_id: string | null
  by_name: string
  new_count: number
  changed_count: number
  unchanged_count: number
  refused_count: number
  findings: Json<ImportFinding[]>
}

export interface ActivityImportTable {
  activity_id: string
  import_id: string
  reporting_org_ref: string
  external_id: string
  content_hash: string
  seen_hashes: string[]
  source_updated_at: string | null
  file_name: string
  line: number
  provenance: Json<ImportedActivity>
  imported_draft: Json<ActivityDraft>
  score: number
  band: RelevanceBand
  proposal: Json<RelevanceProposal>
  decided_at: string | null
  decided_by: string | null
  decided_by_name: string | null
}

export interface ImportsTables {
  import: ImportTable
  activity_import: ActivityImportTable
}
