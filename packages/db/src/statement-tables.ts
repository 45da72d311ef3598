import type { Account, EntryKind } from '@concert/domain/journal/accounts'
import type { GeneratedAlways } from 'kysely'

type Kept = GeneratedAlways<number>

/** What was booked on a day; a reversal counts under the kind of what it reverses. */
export interface JournalDayTallyTable {
  value_date: GeneratedAlways<string>
  kind: GeneratedAlways<EntryKind>
  account: GeneratedAlways<Account>
  currency: GeneratedAlways<string>
  amount_minor: Kept
  usd_minor: Kept
  entries: Kept
}

/** What pledges moved in a month, by donor and by meeting; the key is `none` where there was no meeting. */
export interface FundMonthTallyTable {
  month: GeneratedAlways<string>
  dimension: GeneratedAlways<'donor' | 'meeting'>
  key: GeneratedAlways<string>
  announced_usd: Kept
  formalised_usd: Kept
  received_usd: Kept
  outstanding_usd: Kept
}

/** The rates that stand on the lines of an account in a year. */
export interface RateUseTallyTable {
  year: Kept
  account: GeneratedAlways<Account>
  currency: GeneratedAlways<string>
  rate_date: GeneratedAlways<string>
  rate: GeneratedAlways<string>
  rate_source: GeneratedAlways<string>
  lines: Kept
}

/** What each 32,768 entries amount to, added up by the posting that completes them. */
export interface JournalBlockTallyTable {
  block: number
  value_date: string
  kind: string
  account: string
  usd_minor: number
}

export interface StatementTables {
  journal_day_tally: JournalDayTallyTable
  journal_block_tally: JournalBlockTallyTable
  fund_month_tally: FundMonthTallyTable
  rate_use_tally: RateUseTallyTable
}
