import type { AidKind, GranteeKind, GrantVisibility } from '@concert/domain/codelists'
import type { GranteeName, GrantReportRecord, PeopleCell } from '@concert/domain/grant'
import type { Advice, Decision } from '@concert/domain/grant-decisions'
import type { Locale, LocalizedText } from '@concert/domain/locales'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type Kept = GeneratedAlways<number>

export interface GrantCallTable {
  id: Generated<string>
  seed_key: string | null
  cycle: string
  title: Json<LocalizedText>
  year: number
  opened_on: string | null
  closed_on: string | null
  theme: string | null
  received: number | null
  eligible: number | null
  shortlisted: number | null
  board_advised_on: string | null
  decided_on: string | null
  source: string
  basis: 'sourced' | 'unverified' | 'inferred'
  confirmed_at: string | null
  confirmed_by: string | null
  created_at: GeneratedAlways<string>
}

export interface GranteeTable {
  id: Generated<string>
  kind: GranteeKind
  place_code: string | null
  created_at: GeneratedAlways<string>
}

export interface GranteeNameTable {
  grantee_id: string
  language: Locale
  name: string
}

export interface FundGrantTable {
  id: Generated<string>
  /** Given by the database. */
  reference: GeneratedAlways<string>
  public_id: GeneratedAlways<string>
  call_id: string
  grantee_id: string
  place_code: string
  aid_kinds: AidKind[]
  title: string
  asked_minor: number
  currency: string
  proposed_on: string
  from_on: string | null
  until_on: string | null
  visibility: GrantVisibility
  do_no_harm_note: string | null
  advice: Advice | null
  advised_on: string | null
  advice_note: string | null
  decision: Decision | null
  decided_on: string | null
  decision_note: string | null
  approved_minor: number | null
  was_public: Generated<boolean>
  created_at: GeneratedAlways<string>
}

export interface GrantBalanceTable {
  grant_id: GeneratedAlways<string>
  awarded_minor: Kept
  awarded_usd: Kept
  cut_minor: Kept
  cut_usd: Kept
  disbursed_minor: Kept
  disbursed_usd: Kept
  payable_minor: Kept
  payable_usd: Kept
  refunded_minor: Kept
  refunded_usd: Kept
}

export interface GrantInstalmentTable {
  grant_id: string
  position: number
  due_on: string
  amount_minor: number
}

export interface GrantReportTable {
  id: Generated<string>
  grant_id: string
  kind: GrantReportRecord['kind']
  due_on: string
  received_on: string | null
  accepted: boolean
  assisted: number | null
}

export interface GrantPeopleTable {
  report_id: string
  sex: PeopleCell['sex']
  age_group: PeopleCell['ageGroup']
  form: PeopleCell['form']
  people: number
}

export interface FundReserveTable {
  id: GeneratedAlways<number>
  from_on: string
  usd_minor: number
  reason: string
  set_by: string
  set_at: GeneratedAlways<string>
}

export interface PublicGrantTable {
  id: string
  visibility: Exclude<GrantVisibility, 'withheld'>
  call_id: string
  grantee_kind: GranteeKind | null
  grantee_names: Json<GranteeName[] | null>
  place_code: string
  aid_kinds: AidKind[]
  title: string | null
  awarded_minor: number | null
  currency: string | null
  awarded_usd: number | null
  disbursed_usd: number | null
}

export interface GrantPoolMemberTable {
  release_number: number
  position: number
  first_call_id: string
  last_call_id: string
  grant_id: string
  visibility: Exclude<GrantVisibility, 'public'>
  awarded_usd: number
  disbursed_usd: number
}

export interface GrantTables {
  grant_call: GrantCallTable
  grantee: GranteeTable
  grantee_name: GranteeNameTable
  fund_grant: FundGrantTable
  grant_balance: GrantBalanceTable
  grant_instalment: GrantInstalmentTable
  grant_report: GrantReportTable
  grant_people: GrantPeopleTable
  fund_reserve: FundReserveTable
  public_grant: PublicGrantTable
  grant_pool_member: GrantPoolMemberTable
}
