import { z } from 'zod'
import { addDays, type CalendarDate, compareDates, daysBetween } from './calendar-date.ts'
import { findCurrency, isActiveOn } from './currencies.ts'
import { DomainError } from './errors.ts'
import { type ExchangeRate, exchangeRate, maxRateAgeInDays } from './exchange-rate.ts'
import type { RowRefusal } from './row-refusal.ts'

/** How far ahead a rate may be in force: next month's are published at the end of this one. */
export const maxDaysAhead = 31

/** What has to be looked at twice: a jump over 20 per cent, or exactly 1 for what is no US dollar. */
export const rateFlag = z.enum(['jump', 'one'])
export type RateFlag = z.infer<typeof rateFlag>

/** A rate as a line of a file has it. */
export const fileRate = exchangeRate.extend({ line: z.int().min(1).max(10_000_000) })
export type FileRate = z.infer<typeof fileRate>

/** The most lines of a file of rates: every currency for twenty months; a longer history comes in several files. */
export const maxFileRates = 3000

/** What an officer confirms of a file of rates; every flag of it is ticked, with one reason for all. */
export const rateImport = z.strictObject({
  fileName: z.string().min(1).max(300),
  rates: z.array(fileRate).min(1).max(maxFileRates),
  confirmed: z.array(z.strictObject({ line: z.int(), flag: rateFlag })).max(2 * maxFileRates),
  reason: z.string().trim().min(1).max(500).nullable(),
  idempotencyKey: z.uuid(),
})
export type RateImport = z.infer<typeof rateImport>

type RateBefore = Pick<ExchangeRate, 'on' | 'unitsPerUsd'>

/** A rate of a file beside what is kept. */
export interface PlannedRate extends FileRate {
  standing: 'new' | 'changed' | 'same'
  /** What is kept for the same day, where it differs. */
  kept: Pick<ExchangeRate, 'unitsPerUsd' | 'source'> | null
  /** The rate before it, kept or in the file. */
  before: RateBefore | null
  flags: RateFlag[]
}

export interface RatePlan {
  rates: PlannedRate[]
  refusals: RowRefusal[]
}

/** What the page shows of a file before anything is written. */
export interface RateFilePreview extends RatePlan {
  fileName: string
  refusedCells: number
  unused: string[]
}

/**
 * What taking in a file would do, given the kept rates of its currencies from the last one before the file to the first
 * one after it. Refused are unknown or inactive currencies, days more than 31 ahead, the same day twice, and gaps of
 * more than 62 days that the file would leave or make: on a day within one, nothing could be booked.
 */
export function planRates(file: readonly FileRate[], kept: readonly ExchangeRate[], today: CalendarDate): RatePlan {
  const refusals = file.flatMap((rate) => refusalsOf(rate, today))
  const byCurrency = Map.groupBy(file, ({ currency }) => currency)
  const keptByCurrency = Map.groupBy(kept, ({ currency }) => currency)
  const rates: PlannedRate[] = []
  for (const [currency, lines] of byCurrency) {
    const known = new Map((keptByCurrency.get(currency) ?? []).map((rate) => [rate.on, rate]))
    const inFile = new Map<CalendarDate, FileRate>()
    for (const rate of lines) {
      const first = inFile.get(rate.on)
      if (first) refusals.push(refuse(rate, 'effective from', 'rates.twice', { first: first.line }))
      else inFile.set(rate.on, rate)
    }
    const series: ExchangeRate[] = [...new Map<CalendarDate, ExchangeRate>([...known, ...inFile]).values()]
    series.sort((a, b) => compareDates(a.on, b.on))
    for (const [index, rate] of series.entries()) {
      const before = series[index - 1]
      const line = inFile.get(rate.on)
      if (before && isNewGap(before, rate, known)) {
        const at = line ?? inFile.get(before.on)
        if (at) refusals.push(refuse(at, 'effective from', 'rates.gap', gapOf(before, rate)))
      }
      if (line) rates.push(plan(line, known.get(rate.on), before))
    }
  }
  return {
    rates: rates.sort((a, b) => a.line - b.line),
    refusals: refusals.sort((a, b) => a.line - b.line),
  }
}

/** What deserves a second look at a rate, given the one before it. */
export function flagsOf(rate: Pick<ExchangeRate, 'currency' | 'unitsPerUsd'>, before: RateBefore | null): RateFlag[] {
  const flags: RateFlag[] = []
  if (before && changeOf(before.unitsPerUsd, rate.unitsPerUsd).isJump) flags.push('jump')
  if (rate.currency !== 'USD' && sameRate(rate.unitsPerUsd, '1')) flags.push('one')
  return flags
}

/** The change from one rate to the next: whole per cent, down is negative; a jump is more than 20 per cent, exactly. */
export function changeOf(before: string, after: string): { percent: number; isJump: boolean } {
  const [old, now] = [scaled(before), scaled(after)]
  const difference = now - old
  const size = difference < 0n ? -difference : difference
  return { percent: Number((difference * 100n) / old), isJump: size * 5n > old }
}

/** Refuses flags that nobody ticked. Throws DomainError `rates.flags_unconfirmed` or `rates.reason_missing`. */
export function requireConfirmed(rates: readonly PlannedRate[], { confirmed, reason }: RateImport): void {
  const ticked = new Set(confirmed.map(({ line, flag }) => `${line} ${flag}`))
  const open = rates.flatMap(({ line, flags }) => flags.filter((flag) => !ticked.has(`${line} ${flag}`)))
  if (open.length > 0) throw new DomainError('rates.flags_unconfirmed', { count: open.length })
  if (reason === null && rates.some(({ flags }) => flags.length > 0)) {
    throw new DomainError('rates.reason_missing', {}, 'reason')
  }
}

/** Throws DomainError `rates.future` for a rate that is in force more than 31 days ahead. */
export function requireNotFarAhead({ currency, on }: ExchangeRate, today: CalendarDate): void {
  if (isFarAhead(on, today)) throw new DomainError('rates.future', { currency, date: on, limit: maxDaysAhead }, 'on')
}

function plan(rate: FileRate, same: ExchangeRate | undefined, before: RateBefore | undefined): PlannedRate {
  const isSame = same !== undefined && sameRate(same.unitsPerUsd, rate.unitsPerUsd) && same.source === rate.source
  const shown = before ? { on: before.on, unitsPerUsd: before.unitsPerUsd } : null
  return {
    ...rate,
    standing: isSame ? 'same' : same ? 'changed' : 'new',
    kept: same && !isSame ? { unitsPerUsd: same.unitsPerUsd, source: same.source } : null,
    before: shown,
    flags: isSame ? [] : flagsOf(rate, shown),
  }
}

function refusalsOf(rate: FileRate, today: CalendarDate): RowRefusal[] {
  const { currency, on } = rate
  if ((findCurrency(currency)?.minorUnits ?? null) === null) return [refuse(rate, 'currency', 'fund.currency_unknown')]
  if (currency === 'USD') return [refuse(rate, 'currency', 'fund.rate_of_dollar')]
  const found: RowRefusal[] = []
  if (!isActiveOn(currency, on))
    found.push(refuse(rate, 'currency', 'fund.currency_not_active', { currency, date: on }))
  if (isFarAhead(on, today)) {
    found.push(refuse(rate, 'effective from', 'rates.future', { currency, date: on, limit: maxDaysAhead }))
  }
  return found
}

function refuse({ line }: FileRate, column: string, code: string, params: RowRefusal['params'] = {}): RowRefusal {
  return { line, column, code, params }
}

/** A gap between two rates of which the file brings at least one; gaps that were there before are not its fault. */
function isNewGap(before: ExchangeRate, after: ExchangeRate, known: ReadonlyMap<CalendarDate, unknown>): boolean {
  return daysBetween(before.on, after.on) > maxRateAgeInDays && !(known.has(before.on) && known.has(after.on))
}

function gapOf({ currency, on }: ExchangeRate, after: ExchangeRate): RowRefusal['params'] {
  return { currency, from: addDays(on, 1), to: addDays(after.on, -1), days: daysBetween(on, after.on) }
}

function isFarAhead(on: CalendarDate, today: CalendarDate): boolean {
  return daysBetween(today, on) > maxDaysAhead
}

function sameRate(a: string, b: string): boolean {
  return scaled(a) === scaled(b)
}

/** A rate as an integer of its tenth decimal. */
function scaled(unitsPerUsd: string): bigint {
  const [whole = '', fraction = ''] = unitsPerUsd.split('.')
  return BigInt(whole + fraction.padEnd(10, '0'))
}
