/** What an account is: promises are no asset, so memo accounts stand apart from the balance. */
export const accountClasses = {
  announced: 'memo',
  conditional: 'memo',
  promises: 'memo',
  receivable: 'balance',
  cash: 'balance',
  unallocated: 'balance',
  grants_payable: 'balance',
  fund_balance: 'balance',
  pledge_income: 'result',
  interest: 'result',
  grant_expense: 'result',
  support_cost: 'result',
  bank_charges: 'result',
  written_off: 'result',
  fx_difference: 'result',
  conversion: 'technical',
} as const satisfies Record<string, 'memo' | 'balance' | 'result' | 'technical'>

export type Account = keyof typeof accountClasses
export const accounts = Object.keys(accountClasses) as Account[]

/** What an entry records. An undoing or reversal is the exact mirror of the entry that it names. */
export const entryKinds = [
  'pledge_announced',
  'announcement_changed',
  'pledge_formalised',
  'pledge_formalised_conditionally',
  'condition_met',
  'pledge_increased',
  'pledge_reduced',
  'pledge_withdrawn',
  'payment_received',
  'payment_allocated',
  'allocation_undone',
  'overpayment_given',
  'payment_refunded',
  'bank_converted',
  'pledge_written_off',
  'grant_awarded',
  'grant_disbursed',
  'grant_cut',
  'grant_refunded',
  'support_cost_charged',
  'interest_received',
  'period_closed',
  'balance_opened',
  'entry_reversed',
] as const
export type EntryKind = (typeof entryKinds)[number]
