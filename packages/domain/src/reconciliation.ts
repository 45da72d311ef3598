import { z } from 'zod'
import { type CalendarDate, calendarDate, compareDates, daysBetween } from './calendar-date.ts'
import type { Account, EntryKind } from './journal/accounts.ts'
import type { Money } from './money.ts'

/** What a document of the accounts of record (Umoja) is about. Words at `reconciliation.kinds.<code>`. */
export const extractKinds = [
  'CONTRIBUTION',
  'DONOR_REFUND',
  'DISBURSEMENT',
  'GRANTEE_REFUND',
  'SUPPORT_COST',
  'INTEREST',
  'BANK_CHARGE',
  'EXCHANGE_DIFFERENCE',
] as const
export const extractKind = z.enum(extractKinds)
export type ExtractKind = z.infer<typeof extractKind>

/** Whether a kind adds to what the fund has (1) or takes from it (−1). An exchange difference is positive for a gain. */
export const directionOf: Record<ExtractKind, 1 | -1> = {
  CONTRIBUTION: 1,
  DONOR_REFUND: -1,
  DISBURSEMENT: -1,
  GRANTEE_REFUND: 1,
  SUPPORT_COST: -1,
  INTEREST: 1,
  BANK_CHARGE: -1,
  EXCHANGE_DIFFERENCE: 1,
}

/**
 * Which lines of the journal are compared with which kind: the amount of the lines of `account` in entries of `entry`,
 * times `sign`. A receipt is a contribution before the bank's charges, and the charges are an item of their own.
 */
export const itemSources: readonly { entry: EntryKind; account: Account; sign: 1 | -1; kind: ExtractKind }[] = [
  { entry: 'payment_received', account: 'unallocated', sign: -1, kind: 'CONTRIBUTION' },
  { entry: 'payment_received', account: 'bank_charges', sign: 1, kind: 'BANK_CHARGE' },
  { entry: 'payment_refunded', account: 'cash', sign: -1, kind: 'DONOR_REFUND' },
  { entry: 'grant_disbursed', account: 'cash', sign: -1, kind: 'DISBURSEMENT' },
  { entry: 'grant_refunded', account: 'cash', sign: 1, kind: 'GRANTEE_REFUND' },
  { entry: 'support_cost_charged', account: 'support_cost', sign: 1, kind: 'SUPPORT_COST' },
  { entry: 'interest_received', account: 'interest', sign: -1, kind: 'INTEREST' },
  { entry: 'bank_converted', account: 'fx_difference', sign: -1, kind: 'EXCHANGE_DIFFERENCE' },
  { entry: 'period_closed', account: 'fx_difference', sign: -1, kind: 'EXCHANGE_DIFFERENCE' },
]

/** Entries whose reason is the number of the document that says so; a payment has its own field for it. */
export const kindsWithDocument: readonly EntryKind[] = [
  'grant_disbursed',
  'grant_refunded',
  'support_cost_charged',
  'interest_received',
  'bank_converted',
]

/** A line of an extract. Amounts are positive in the direction of their kind; a reversed document is negative. */
export interface ExtractRow {
  line: number
  document: string
  postedOn: CalendarDate
  kind: ExtractKind
  amount: Money
  /** US cents, as booked there. */
  usdMinor: number
  text: string
}

/** The columns of an extract, by the names that its header gives them. */
export const extractColumns = {
  document: 'document number',
  postedOn: 'posting date',
  kind: 'kind',
  amount: 'amount',
  currency: 'currency',
  usd: 'usd',
  text: 'text',
} as const

/** The days that an extract covers: an entry of these days that it does not have is missing there. */
export const extractPeriod = z
  .strictObject({ from: calendarDate, until: calendarDate })
  .refine(({ from, until }) => compareDates(from, until) <= 0, {
    path: ['until'],
    params: { code: 'reconciliation.period_order' },
  })
export type ExtractPeriod = z.infer<typeof extractPeriod>

/** What an extract says about a document, seen before or not. */
export const extractFates = ['new', 'changed', 'same'] as const
export type ExtractFate = (typeof extractFates)[number]

type Content = Pick<ExtractRow, 'postedOn' | 'kind' | 'amount' | 'usdMinor' | 'text'>

/** A document that says something else than before is a new version of it; the earlier one stays. */
export function fateOfDocument(row: Content, known: Content | undefined): ExtractFate {
  if (!known) return 'new'
  const isSame =
    known.postedOn === row.postedOn &&
    known.kind === row.kind &&
    known.amount.amountMinor === row.amount.amountMinor &&
    known.amount.currency === row.amount.currency &&
    known.usdMinor === row.usdMinor &&
    known.text === row.text
  return isSame ? 'same' : 'changed'
}

/** Part of an entry of the journal that the accounts of record have a document for. */
export interface JournalItem {
  entryNumber: number
  kind: ExtractKind
  on: CalendarDate
  amount: Money
  usdMinor: number
  /** Which document of the accounts of record the officer named. */
  document: string | null
}

export const matchBases = ['document', 'unique', 'officer'] as const
export type MatchBasis = (typeof matchBases)[number]

export interface CertainMatch {
  document: string
  entryNumber: number
  kind: ExtractKind
  basis: Exclude<MatchBasis, 'officer'>
}

/** How many days may lie between posting and value date for a match that nobody looked at. */
export const matchWithinDays = 3

type Row = Omit<ExtractRow, 'line' | 'text'>

/**
 * The matches that need no person: the same document number and kind; else kind, amount, currency and a date within
 * three days that fit one row and one item only. An item that names another document is none of them. What an officer
 * took apart (`apart`) is never joined again.
 */
export function certainMatches(
  rows: readonly Row[],
  items: readonly JournalItem[],
  apart: ReadonlySet<string> = new Set(),
): CertainMatch[] {
  const isApart = (row: Row, item: JournalItem) => apart.has(pairKey(row.document, item.entryNumber, item.kind))
  const byDocument = pairsThatAreUnique(
    rows,
    items,
    (row) => `${row.kind} ${documentKey(row.document)}`,
    (item) => (item.document === null ? null : `${item.kind} ${documentKey(item.document)}`),
    (row, item) => !isApart(row, item),
  )
  const taken = new Set(byDocument.flatMap(([row, item]) => [row as object, item]))
  const byFacts = pairsThatAreUnique(
    rows.filter((row) => !taken.has(row)),
    items.filter((item) => !taken.has(item) && item.document === null),
    factsKey,
    factsKey,
    (row, item) => !isApart(row, item) && Math.abs(daysBetween(row.postedOn, item.on)) <= matchWithinDays,
  )
  return [...byDocument.map((pair) => toMatch(pair, 'document')), ...byFacts.map((pair) => toMatch(pair, 'unique'))]
}

/** How a document number is compared: capitals and spaces aside. */
export function documentKey(document: string): string {
  return document.replace(/\s+/g, '').toUpperCase()
}

export function pairKey(document: string, entryNumber: number, kind: ExtractKind): string {
  return `${entryNumber} ${kind} ${document}`
}

function factsKey({ kind, amount }: { kind: ExtractKind; amount: Money }): string {
  return `${kind} ${amount.currency} ${amount.amountMinor}`
}

/** Pairs of the same key in which neither side could be paired with anything else. */
function pairsThatAreUnique(
  rows: readonly Row[],
  items: readonly JournalItem[],
  rowKey: (row: Row) => string,
  itemKey: (item: JournalItem) => string | null,
  mayPair: (row: Row, item: JournalItem) => boolean,
): [Row, JournalItem][] {
  const itemsByKey = groupBy(items, itemKey)
  const rowsByKey = groupBy(rows, rowKey)
  return rows.flatMap((row): [Row, JournalItem][] => {
    const fitting = (itemsByKey.get(rowKey(row)) ?? []).filter((item) => mayPair(row, item))
    const [item] = fitting
    if (!item || fitting.length > 1) return []
    const rivals = (rowsByKey.get(rowKey(row)) ?? []).filter((other) => mayPair(other, item))
    return rivals.length === 1 ? [[row, item]] : []
  })
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string | null): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

function toMatch([row, item]: [Row, JournalItem], basis: CertainMatch['basis']): CertainMatch {
  return { document: row.document, entryNumber: item.entryNumber, kind: item.kind, basis }
}
