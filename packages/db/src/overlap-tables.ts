import type { OverlapReason, VerdictFacts } from '@concert/domain/overlap'
import type { VerdictKind } from '@concert/domain/overlap-verdict'
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
}

export interface OverlapTables {
  overlap_pair: OverlapPairTable
  overlap_verdict: OverlapVerdictTable
}
