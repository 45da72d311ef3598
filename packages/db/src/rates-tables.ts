import type { Generated } from 'kysely'

export interface MeetingRateTable {
  meeting_id: string
  currency: string
  units_per_usd: string
  source: string
  recorded_by: string | null
  recorded_by_name: string
  recorded_at: Generated<string>
}

export interface RatesTables {
  meeting_rate: MeetingRateTable
}
