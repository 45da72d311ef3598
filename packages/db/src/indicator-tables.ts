import type { Basis } from '@concert/domain/codelists'
import type { IndicatorUnit } from '@concert/domain/indicator'
import type { LocalizedText } from '@concert/domain/locales'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export interface IndicatorTable {
  slug: string
  instrument_slug: string
  number: string
  position: number
  names: Json<LocalizedText>
  unit: IndicatorUnit
  counts_victims: boolean
  source: string
  basis: Basis
}

export interface IndicatorDefinitionTable {
  indicator_slug: string
  version: number
  text: Json<LocalizedText>
  source: string
  added_at: Generated<string>
  added_by: string | null
}

export interface IndicatorObservationTable {
  id: Generated<string>
  indicator_slug: string
  definition_version: number
  observed_on: string
  /** A numeric column is read as text. */
  value: ColumnType<string, number, never>
  place_code: string | null
  source: string
  url: string | null
  basis: 'sourced' | 'unverified'
  confirmed_at: string | null
  confirmed_by: string | null
  supersedes: string | null
  reason: string | null
  superseded_at: string | null
  added_at: Generated<string>
  added_by: string | null
}

export interface IndicatorTables {
  indicator: IndicatorTable
  indicator_definition: IndicatorDefinitionTable
  indicator_observation: IndicatorObservationTable
}
