import { z } from 'zod'
import { type CalendarDate, calendarDate } from '../calendar-date.ts'
import { type ExchangeRate, type FrozenRate, toUsdMinor } from '../exchange-rate.ts'
import { divideRounded, type Money, negate, withinBounds } from '../money.ts'
import { type Account, accounts, type EntryKind, entryKinds } from './accounts.ts'

/** What a line is about. */
export interface LineSubject {
  donorId?: string | undefined
  pledgeId?: string | undefined
  instalmentId?: string | undefined
  paymentId?: string | undefined
  grantId?: string | undefined
  bankAccountId?: string | undefined
}

/** Debit positive, credit negative; `usdMinor` in US cents, frozen with the rate that made it. */
export interface Line {
  account: Account
  amount: Money
  usdMinor: number
  rate: FrozenRate | null
  about: LineSubject
}

/** An entry before it is booked: it has no number yet. */
export interface NewEntry {
  kind: EntryKind
  valueDate: CalendarDate
  reason: string | null
  reverses: number | null
  lines: Line[]
}

/** An amount that stands in the books, with the US cents at which it is carried. */
export interface Carried {
  amount: Money
  usdMinor: number
}

/** A line at a carried US-dollar amount. */
export function line(account: Account, carried: Carried, about: LineSubject): Line {
  return { account, amount: carried.amount, usdMinor: withinBounds(carried.usdMinor), rate: null, about }
}

/** A line at the rate of the day, which is frozen on it. */
export function lineAtRate(account: Account, amount: Money, rate: ExchangeRate, about: LineSubject): Line {
  const { unitsPerUsd, on, source } = rate
  return { account, amount, usdMinor: toUsdMinor(amount, rate), rate: { unitsPerUsd, on, source }, about }
}

/** The dollars by which two amounts of the same worth differ; `currency` is that of the business they arose in. */
export function differenceLine(currency: string, usdMinor: number, about: LineSubject): Line {
  return line('fx_difference', { amount: { amountMinor: 0, currency }, usdMinor }, about)
}

/** `given` becomes `got` at the same dollars: the two lines that let an entry balance in both currencies. */
export function conversionLines(given: Carried, got: Money, about: LineSubject): Line[] {
  return [
    line('conversion', negated(given), about),
    line('conversion', { amount: got, usdMinor: given.usdMinor }, about),
  ]
}

/** Throws RangeError unless the lines sum to zero per currency and in US dollars. */
export function entry(
  kind: EntryKind,
  valueDate: CalendarDate,
  lines: readonly Line[],
  reason: string | null = null,
): NewEntry {
  const booked = lines.filter((one) => one.amount.amountMinor !== 0 || one.usdMinor !== 0)
  if (!isBalanced(booked)) throw new RangeError(`An entry of kind ${kind} does not balance`)
  return { kind, valueDate, reason, reverses: null, lines: booked }
}

/** Whether lines sum to zero in each currency and in US dollars. No lines are no entry. */
export function isBalanced(lines: readonly Line[]): boolean {
  const sums = new Map<string, number>()
  let usd = 0
  for (const { amount, usdMinor } of lines) {
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amountMinor)
    usd += usdMinor
  }
  return lines.length > 1 && usd === 0 && [...sums.values()].every((minor) => minor === 0)
}

/** The exact opposite of booked lines, at their US dollars and rates: what is undone was never there. */
export function mirrorEntry(
  kind: 'allocation_undone' | 'entry_reversed',
  original: { number: number; lines: readonly Line[] },
  valueDate: CalendarDate,
  reason: string,
): NewEntry {
  const lines = original.lines.map((one) => ({ ...one, ...negated(one) }))
  return { ...entry(kind, valueDate, lines, reason), reverses: original.number }
}

export function negated(carried: Carried): Carried {
  return { amount: negate(carried.amount), usdMinor: carried.usdMinor === 0 ? 0 : -carried.usdMinor }
}

/**
 * The part of `whole` that `part` is, with its share of the US cents, rounded half away from zero; whoever takes the
 * last part takes what is left. Throws RangeError when the part is more than the whole or another currency.
 */
export function carryingShare(part: Money, whole: Carried): Carried {
  const { amountMinor, currency } = whole.amount
  if (part.currency !== currency || part.amountMinor < 0 || part.amountMinor > amountMinor) {
    throw new RangeError('A part is at most the whole and in its currency')
  }
  if (part.amountMinor === amountMinor) return whole
  const usd = divideRounded(BigInt(whole.usdMinor) * BigInt(part.amountMinor), BigInt(amountMinor))
  return { amount: part, usdMinor: Number(usd) }
}

/** The filters of the journal. */
export const journalFilter = z.strictObject({
  number: z.int().min(1).optional(),
  kind: z.enum(entryKinds).optional(),
  account: z.enum(accounts).optional(),
  currency: z.string().length(3).optional(),
  from: calendarDate.optional(),
  until: calendarDate.optional(),
  pledgeId: z.uuid().optional(),
  paymentId: z.uuid().optional(),
  grantId: z.uuid().optional(),
  bankAccountId: z.uuid().optional(),
  page: z.int().min(1).max(100_000).default(1),
})
export type JournalFilter = z.infer<typeof journalFilter>
