import type { CalendarDate } from './calendar-date.ts'
import type { DonorKind, Earmarking } from './codelists.ts'
import type { DonorName } from './donor.ts'
import type { FrozenRate } from './exchange-rate.ts'
import type { Account, EntryKind } from './journal/accounts.ts'
import type { Money } from './money.ts'
import type { PledgeCondition, PledgeFlag, PledgeKind, PledgeLife } from './pledge.ts'
import type { PledgeOutcome } from './pledge-outcome.ts'

// What the fund's questions answer with. `…USD` amounts are US cents, frozen when they were booked.

/** The three numbers that never share a total, in US cents. */
export interface ThreeNumbers {
  announcedUsd: number
  formalisedUsd: number
  receivedUsd: number
}

/** A donor as anyone may see it; the name is null where the donor is anonymous. */
export interface PublicDonor extends ThreeNumbers {
  id: string
  kind: DonorKind
  name: string | null
  placeCode: string | null
  pledges: number
}

/** What only fund managers see of a donor. */
export interface DonorRecord extends PublicDonor {
  anonymous: boolean
  names: DonorName[]
  outstandingUsd: number
  overdueUsd: number
  unallocatedUsd: number
}

/** Totals that anyone may see. Anonymous donors share the one line whose `id` is null. */
export interface FundTotals {
  asOf: string
  totals: ThreeNumbers & { outstandingUsd: number; donors: number; pledges: number }
  /** In the alphabetical order of the reader's language; never ranked. */
  byDonor: (ThreeNumbers & { id: string | null; name: string | null })[]
  /** By the year of announcement, of formalising and of receipt respectively. */
  byYear: (ThreeNumbers & { year: number })[]
  byMeeting: (ThreeNumbers & { id: string; slug: string; title: string; year: number })[]
}

/** A pledge in a list: what anyone may see of it. */
export interface PublicPledge {
  id: string
  reference: string
  kind: PledgeKind
  donorId: string | null
  donorName: string | null
  announcedOn: CalendarDate
  meeting: { id: string; slug: string; title: string } | null
  /** When a pledge in kind or of policy was delivered, and whether in part; null for money, which is received. */
  delivered: { on: CalendarDate; inPart: boolean } | null
  /** Null for in-kind and policy pledges, which stay outside the journal. */
  amount: Money | null
  formalised: Money | null
  received: Money | null
  usd: ThreeNumbers | null
}

/** What a fund manager sees of a pledge in a list. */
export interface PledgeRow extends PublicPledge {
  life: PledgeLife
  flags: PledgeFlag[]
  outstanding: Money | null
  overdue: Money | null
}

/** A step in the public story of a pledge. */
export interface PledgeStep {
  kind: 'announced' | 'formalised' | 'received'
  on: CalendarDate
  amount: Money | null
  usdMinor: number | null
}

/** One pledge as anyone may see it. */
export interface PublicPledgeStory extends PublicPledge {
  condition: PledgeCondition['kind']
  earmarking: Earmarking
  description: string | null
  valuation: Money | null
  steps: PledgeStep[]
}

export interface InstalmentRow {
  id: string
  position: number
  dueOn: CalendarDate
  amount: Money
  paid: Money
  /** Nothing is due before the pledge is formalised. */
  state: 'not_due' | 'due_later' | 'overdue' | 'paid' | 'no_longer_due'
}

/** One pledge as a fund manager sees it. */
export interface PledgeStory extends PublicPledgeStory {
  life: PledgeLife
  flags: PledgeFlag[]
  outstanding: Money | null
  overdue: Money | null
  notYetFormalised: Money | null
  conditional: Money | null
  conditionDetail: PledgeCondition
  earmarkingNote: string | null
  valuedBy: string | null
  evidence: string | null
  instalments: InstalmentRow[]
  allocations: AllocationRow[]
  entries: EntryRow[]
  /** What became of a pledge that is not money; the first record first. */
  outcomes: OutcomeRow[]
}

export interface OutcomeRow {
  outcome: PledgeOutcome
  on: CalendarDate
  note: string
  recordedBy: string
  recordedAt: string
}

export interface AllocationRow {
  id: string
  paymentId: string
  paymentReference: string
  pledgeId: string
  pledgeReference: string
  /** The day on which the payment came in. */
  receivedOn: CalendarDate
  instalmentPosition: number | null
  allocatedOn: CalendarDate
  /** In the currency of the payment. */
  amount: Money
  /** In the currency of the pledge; the same unless a rate stood between them. */
  settled: Money
  undone: boolean
}

export interface PaymentRow {
  id: string
  reference: string
  donorId: string
  donorName: string | null
  receivedOn: CalendarDate
  amount: Money
  fee: Money
  usdMinor: number
  unallocated: Money
  bankAccount: string
  bankReference: string | null
  document: string | null
  /** Typed here, and not yet matched with the accounts of record. */
  provisional: boolean
  /** The entry that took it back: the money is not there. */
  reversedBy: number | null
}

export interface PaymentStory extends PaymentRow {
  lookAlikeReason: string | null
  allocations: AllocationRow[]
  entries: EntryRow[]
}

/** What a line is about, by the names under which a person finds it. */
export interface LineAbout {
  pledge: string | null
  payment: string | null
  grant: string | null
  bankAccount: string | null
  bankAccountId: string | null
}

export interface LineRow {
  account: Account
  amount: Money
  usdMinor: number
  rate: FrozenRate | null
  about: LineAbout
}

export interface EntryRow {
  number: number
  kind: EntryKind
  valueDate: CalendarDate
  bookedAt: string
  actor: string
  reason: string | null
  reverses: number | null
  reversedBy: number | null
  /** Who asked for what a second officer confirmed; null where one officer was enough. */
  askedBy: string | null
  lines: LineRow[]
}

export interface BankAccount {
  id: string
  name: string
  currency: string
}

export interface AccountHolding extends BankAccount {
  held: Money
  heldUsd: number
}

export interface Page<Row> {
  rows: Row[]
  total: number
  page: number
  pageSize: number
}
