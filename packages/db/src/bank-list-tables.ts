import type { BankListOutcome } from '@concert/domain/bank-list'
import type { Generated } from 'kysely'

export interface BankListTable {
  id: Generated<string>
  bank_account_id: string
  file_name: string
  sha256: string
  row_count: number
  sum_minor: number
  currency: string
  confirmed_at: Generated<string>
  confirmed_by: string | null
  confirmed_by_name: string
}

export interface BankListRowTable {
  bank_list_id: string
  line: number
  received_on: string
  amount_minor: number
  bank_reference: string | null
  sender: string
  text: string
  outcome: BankListOutcome
  payment_id: string | null
  reason: string | null
}

export interface BankListTables {
  bank_list: BankListTable
  bank_list_row: BankListRowTable
}
