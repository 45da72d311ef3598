import type { DonorKind, Earmarking } from '@concert/domain/codelists'
import type { DonorName } from '@concert/domain/donor'
import type { Account, EntryKind } from '@concert/domain/journal/accounts'
import type { Locale } from '@concert/domain/locales'
import type { PledgeCondition, PledgeKind, PledgeLife } from '@concert/domain/pledge'
import type { Generated, GeneratedAlways } from 'kysely'

export interface DonorTable {
  id: Generated<string>
  kind: DonorKind
  place_code: string | null
  anonymous: boolean
  /** Set by the database when the donor is merged into another one. */
  merged_into: GeneratedAlways<string | null>
  created_at: Generated<string>
}

export interface DonorNameTable {
  id: Generated<string>
  donor_id: string
  role: DonorName['role']
  name: string
  language: Locale
  since: string | null
  created_at: Generated<string>
}

export interface BankAccountTable {
  id: Generated<string>
  name: string
  currency: string
  opened_at: Generated<string>
}

export interface ExchangeRateTable {
  currency: string
  on: string
  units_per_usd: string
  source: string
  recorded_at: Generated<string>
}

export interface ClosedPeriodTable {
  until_on: string
  closed_at: Generated<string>
  closed_by: string
  entry_number: number | null
}

export interface PledgeTable {
  id: Generated<string>
  /** Given by the database. */
  reference: GeneratedAlways<string>
  kind: PledgeKind
  donor_id: string
  announced_on: string
  meeting_id: string | null
  amount_minor: number | null
  currency: string | null
  condition: PledgeCondition['kind']
  match_percent: number | null
  condition_note: string | null
  earmarking: Earmarking
  earmarking_note: string | null
  description: string | null
  valuation_minor: number | null
  valuation_currency: string | null
  valued_by: string | null
  scheduled_minor: Generated<number>
  created_at: Generated<string>
}

export interface InstalmentTable {
  id: Generated<string>
  pledge_id: string
  position: number
  due_on: string
  amount_minor: number
  /** Kept by the journal. */
  paid_minor: GeneratedAlways<number>
}

export interface PaymentTable {
  id: Generated<string>
  /** Given by the database. */
  reference: GeneratedAlways<string>
  donor_id: string
  received_on: string
  amount_minor: number
  currency: string
  fee_minor: number
  bank_account_id: string
  bank_reference: string | null
  document: string | null
  look_alike_reason: string | null
  provisional: Generated<boolean>
  reversed_by: number | null
  created_at: Generated<string>
}

export interface AllocationTable {
  id: Generated<string>
  payment_id: string
  pledge_id: string
  instalment_id: string | null
  amount_minor: number
  settled_minor: number
  allocated_on: string
  entry_number: number
  undone_by: number | null
}

export interface JournalEntryTable {
  number: number
  kind: EntryKind
  value_date: string
  booked_at: Generated<string>
  actor_id: string | null
  actor_name: string
  reason: string | null
  idempotency_key: string | null
  reverses: number | null
  second_signature_id: string | null
}

export interface JournalLineTable {
  entry_number: number
  position: number
  account: Account
  bank_account_id: string | null
  amount_minor: number
  currency: string
  usd_minor: number
  rate: string | null
  rate_date: string | null
  rate_source: string | null
  pledge_id: string | null
  payment_id: string | null
  grant_id: string | null
  donor_id: string | null
  instalment_id: string | null
}

type Kept = GeneratedAlways<number>

export interface PledgeBalanceTable {
  pledge_id: GeneratedAlways<string>
  announced_minor: Kept
  announced_usd: Kept
  formalised_minor: Kept
  formalised_usd: Kept
  conditional_minor: Kept
  conditional_usd: Kept
  receivable_minor: Kept
  receivable_usd: Kept
  received_minor: Kept
  received_usd: Kept
  reduced_minor: Kept
  reduced_usd: Kept
  written_off_minor: Kept
  written_off_usd: Kept
  life: GeneratedAlways<PledgeLife>
}

export interface PaymentBalanceTable {
  payment_id: GeneratedAlways<string>
  received_usd: Kept
  unallocated_minor: Kept
  unallocated_usd: Kept
}

export interface BankAccountBalanceTable {
  bank_account_id: GeneratedAlways<string>
  held_minor: Kept
  held_usd: Kept
}

export interface DonorBalanceTable {
  donor_id: GeneratedAlways<string>
  pledges: Kept
  announced_usd: Kept
  formalised_usd: Kept
  received_usd: Kept
  outstanding_usd: Kept
  unallocated_usd: Kept
}

export interface PublicPledgeTable {
  pledge_id: GeneratedAlways<string>
  reference: GeneratedAlways<string>
  kind: GeneratedAlways<PledgeKind>
  /** Null where the donor is anonymous. */
  donor_id: GeneratedAlways<string | null>
  announced_on: GeneratedAlways<string>
  meeting_id: GeneratedAlways<string | null>
  condition: GeneratedAlways<PledgeCondition['kind']>
  earmarking: GeneratedAlways<Earmarking>
  description: GeneratedAlways<string | null>
  valuation_minor: GeneratedAlways<number | null>
  valuation_currency: GeneratedAlways<string | null>
  currency: GeneratedAlways<string | null>
  announced_minor: Kept
  announced_usd: Kept
  formalised_minor: Kept
  formalised_usd: Kept
  received_minor: Kept
  received_usd: Kept
  delivered_on: GeneratedAlways<string | null>
  delivered_in_part: GeneratedAlways<boolean>
  /** Its announcement was reversed. */
  mistaken: GeneratedAlways<boolean>
}

export interface FundTallyTable {
  dimension: GeneratedAlways<'total' | 'donor' | 'year' | 'meeting'>
  key: GeneratedAlways<string>
  announced_usd: Kept
  formalised_usd: Kept
  received_usd: Kept
  outstanding_usd: Kept
  pledges: Kept
  donors: Kept
}

export interface FundTables {
  donor: DonorTable
  donor_name: DonorNameTable
  bank_account: BankAccountTable
  exchange_rate: ExchangeRateTable
  closed_period: ClosedPeriodTable
  pledge: PledgeTable
  instalment: InstalmentTable
  payment: PaymentTable
  allocation: AllocationTable
  journal_entry: JournalEntryTable
  journal_line: JournalLineTable
  pledge_balance: PledgeBalanceTable
  payment_balance: PaymentBalanceTable
  bank_account_balance: BankAccountBalanceTable
  donor_balance: DonorBalanceTable
  public_pledge: PublicPledgeTable
  fund_tally: FundTallyTable
}
