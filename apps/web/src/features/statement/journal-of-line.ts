import type { Account, EntryKind } from '@concert/domain/journal/accounts'
import type { CashMovement, FundMovement } from '@concert/domain/statement'

export interface JournalPart {
  account: Account
  kind?: EntryKind
}

/** Where in the journal the entries of a line stand. */
export const journalOfFundLine: Record<FundMovement, JournalPart> = {
  balances_brought_in: { account: 'fund_balance' },
  contributions: { account: 'pledge_income' },
  reductions: { account: 'pledge_income', kind: 'pledge_reduced' },
  given_overpayments: { account: 'pledge_income', kind: 'overpayment_given' },
  interest: { account: 'interest' },
  grants_awarded: { account: 'grant_expense', kind: 'grant_awarded' },
  grants_cut: { account: 'grant_expense', kind: 'grant_cut' },
  grants_refunded: { account: 'grant_expense', kind: 'grant_refunded' },
  support_cost: { account: 'support_cost' },
  bank_charges: { account: 'bank_charges' },
  written_off: { account: 'written_off' },
  exchange_difference: { account: 'fx_difference' },
  revaluation: { account: 'fx_difference', kind: 'period_closed' },
}

export const journalOfCashLine: Record<CashMovement, JournalPart> = {
  balances_brought_in: { account: 'cash', kind: 'balance_opened' },
  received: { account: 'cash', kind: 'payment_received' },
  interest: { account: 'cash', kind: 'interest_received' },
  grants_refunded: { account: 'cash', kind: 'grant_refunded' },
  disbursed: { account: 'cash', kind: 'grant_disbursed' },
  support_cost: { account: 'cash', kind: 'support_cost_charged' },
  donor_refunds: { account: 'cash', kind: 'payment_refunded' },
  bank_charges: { account: 'bank_charges' },
  conversions: { account: 'cash', kind: 'bank_converted' },
  revaluation: { account: 'cash', kind: 'period_closed' },
  other: { account: 'cash' },
}
