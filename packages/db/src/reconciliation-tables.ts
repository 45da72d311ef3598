import type { ExtractKind, MatchBasis } from '@concert/domain/reconciliation'
import type { Generated, GeneratedAlways } from 'kysely'

export interface ExtractTable {
  id: Generated<string>
  file_name: string
  sha256: string
  from_on: string
  until_on: string
  row_count: number
  new_count: number
  changed_count: number
  imported_at: Generated<string>
  imported_by: string | null
  imported_by_name: string
}

export interface ExtractRowTable {
  document: string
  /** Given by the database. */
  version: GeneratedAlways<number>
  is_newest: GeneratedAlways<boolean>
  extract_id: string
  line: number
  posted_on: string
  kind: ExtractKind
  amount_minor: number
  currency: string
  usd_minor: number
  text: string
}

export interface ReconciliationMatchTable {
  id: Generated<string>
  document: string
  entry_number: number
  kind: ExtractKind
  basis: MatchBasis
  reason: string | null
  matched_at: Generated<string>
  matched_by: string | null
  matched_by_name: string
  ended_at: string | null
  ended_by: string | null
  ended_by_name: string | null
  end_reason: string | null
}

export interface ReconciliationTables {
  extract: ExtractTable
  extract_row: ExtractRowTable
  reconciliation_match: ReconciliationMatchTable
}
