import type { ReleaseContent, ReleaseInput } from '@concert/domain/people-release'
import type { ColumnType } from 'kysely'

export interface ReleaseTables {
  people_release: {
    number: number
    released_at: string
    hash: string
    withdrawn_at: string | null
    withdrawal_reason: string | null
  }
  people_release_content: { number: number; content: ColumnType<ReleaseContent, string, never> }
  people_release_input: { number: number; input: ColumnType<ReleaseInput, string, never> }
}
