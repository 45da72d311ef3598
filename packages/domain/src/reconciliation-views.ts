import { z } from 'zod'
import type { CalendarDate } from './calendar-date.ts'
import type { EntryKind } from './journal/accounts.ts'
import type { Money } from './money.ts'
import type { ExtractKind, ExtractPeriod, ExtractRow, MatchBasis } from './reconciliation.ts'
import type { RowRefusal } from './row-refusal.ts'

/** `only_here`: in the journal, within the days of an extract, and in none. `only_there`: in an extract alone. */
export const reconciliationStates = ['matched', 'only_here', 'only_there', 'different'] as const
export type ReconciliationStateName = (typeof reconciliationStates)[number]

/** How far the books agree with the accounts of record, as of a day. */
export interface ReconciliationState {
  /** The last day up to which nothing is open; null before the first extract. */
  reconciledTo: CalendarDate | null
  /** US cents that the books have more than the accounts of record, over the days that extracts cover. */
  differenceUsd: number
  unmatchedHere: number
  unmatchedThere: number
  different: number
  matched: number
}

export interface ReconciledRow extends Omit<ExtractRow, 'line'> {
  version: number
  file: string
  line: number
}

export interface ReconciledItem {
  entryNumber: number
  entryKind: EntryKind
  kind: ExtractKind
  on: CalendarDate
  amount: Money
  usdMinor: number
  document: string | null
  /** By what a person finds it: a payment, a donor, a bank account. */
  payment: string | null
  donorName: string | null
  bankAccount: string | null
}

/** A row, an item, or both where they are matched. */
export interface ReconciliationLine {
  id: string
  state: ReconciliationStateName
  row: ReconciledRow | null
  item: ReconciledItem | null
  match: { id: string; basis: MatchBasis; reason: string | null; by: string; at: string } | null
}

/** One extract that was imported. */
export interface ExtractSummary {
  id: string
  fileName: string
  sha256: string
  from: CalendarDate
  until: CalendarDate
  at: string
  by: string
  rows: number
  new: number
  changed: number
  same: number
}

/** A document that says something else than the last extract that had it. */
export interface ChangedDocument {
  before: Omit<ExtractRow, 'line'>
  after: ExtractRow
}

export const reconciliationFilter = z.strictObject({
  state: z.enum(reconciliationStates),
  page: z.int().min(1).max(10_000).default(1),
})
export type ReconciliationFilter = z.infer<typeof reconciliationFilter>

const reason = z.string().trim().min(1).max(500)

export const documentMatching = z.strictObject({
  document: z.string().min(1).max(140),
  entryNumber: z.int().min(1),
  reason,
  idempotencyKey: z.uuid(),
})
export type DocumentMatching = z.infer<typeof documentMatching>

export const documentUnmatching = z.strictObject({ matchId: z.uuid(), reason, idempotencyKey: z.uuid() })
export type DocumentUnmatching = z.infer<typeof documentUnmatching>

/** What an extract would add to what is known of the accounts of record. */
export interface ExtractPreview {
  fileName: string
  sha256: string
  period: ExtractPeriod
  refusals: RowRefusal[]
  refusedCells: number
  unused: string[]
  isKnown: boolean
  rows: number
  new: number
  changed: number
  same: number
  /** The first 200 of those that say something else than before. */
  changes: ChangedDocument[]
}

/** What became of an extract: all of it is kept, or every line that stands against it is named. */
export type ImportedExtract =
  | { imported: { id: string; new: number; changed: number; same: number; matched: number }; refusals: [] }
  | { imported: null; refusals: RowRefusal[] }
