import { type CalendarDate, compareDates } from '../calendar-date.ts'
import { type ExchangeRate, toUsdMinor } from '../exchange-rate.ts'
import { divideRounded } from '../money.ts'
import type { Account } from './accounts.ts'
import { type Carried, entry, type Line, type LineSubject, type NewEntry } from './entry.ts'

export const revaluedAccounts = ['cash', 'receivable', 'unallocated', 'grants_payable'] as const satisfies Account[]
export type RevaluedAccount = (typeof revaluedAccounts)[number]

/** What one bank account, pledge, payment or grant stood at on the closing day, signed as its account is: debit +. */
export interface OpenBalance {
  account: RevaluedAccount
  about: LineSubject
  atClose: Carried
  /** What moved it with a later day, in the order of days; in minor units of its currency. */
  since: readonly { on: CalendarDate; amountMinor: number }[]
  /** What is left of it now. */
  now: Carried
}

/** What a balance gains (+) or loses (−) when it is carried at the closing rate. */
export interface Revaluation {
  balance: OpenBalance
  rate: ExchangeRate
  differenceUsd: number
}

/** The closing rate of every balance. Those that stand at it already are left out. Throws RangeError on a rate missing. */
export function revaluationsOf(
  balances: readonly OpenBalance[],
  rates: ReadonlyMap<string, ExchangeRate>,
): Revaluation[] {
  return balances.flatMap((balance) => {
    const { amount, usdMinor } = balance.atClose
    const rate = rates.get(amount.currency)
    if (!rate) throw new RangeError(`No closing rate of ${amount.currency}`)
    const differenceUsd = toUsdMinor(amount, rate) - usdMinor
    return differenceUsd === 0 ? [] : [{ balance, rate, differenceUsd }]
  })
}

/**
 * The entries of a closing, for every account and subject 0/±d against `fx_difference`. What was settled since, with a
 * later day, was settled at the dollars it was carried at before: its share of d is taken back on that day, where it
 * belongs to the settlement. No entry where there is nothing to book.
 */
export function closingEntries(until: CalendarDate, revaluations: readonly Revaluation[]): NewEntry[] {
  const parts = new Map<CalendarDate, Part[]>()
  const add = (on: CalendarDate, part: Part) => parts.set(on, [...(parts.get(on) ?? []), part])
  const closing: Part[] = []
  for (const revaluation of revaluations) {
    closing.push({ ...revaluation, usdMinor: revaluation.differenceUsd })
    for (const { on, usdMinor } of takenBack(revaluation)) add(on, { ...revaluation, usdMinor })
  }
  const days = [...parts].toSorted(([a], [b]) => compareDates(a, b))
  return [[until, closing] as const, ...days].flatMap(([on, dayParts]) => {
    const lines = linesOf(dayParts)
    return lines.length > 0 ? [entry('period_closed', on, lines)] : []
  })
}

/** What of a difference goes with what was settled since, day by day, with its sign turned. */
export function takenBack({ balance, differenceUsd }: Revaluation): { on: CalendarDate; usdMinor: number }[] {
  const { atClose, since, now } = balance
  let left = differenceUsd
  let open = atClose.amount.amountMinor
  const parts = since.flatMap(({ on, amountMinor }) => {
    const isSettled = open !== 0 && Math.sign(amountMinor) === -Math.sign(open)
    const share = isSettled ? shareOf(left, Math.min(Math.abs(amountMinor), Math.abs(open)), Math.abs(open)) : 0
    left -= share
    open += amountMinor
    return share === 0 ? [] : [{ on, usdMinor: -share }]
  })
  // Rounded shares may leave a cent over nothing, or less than nothing of a balance of a few cents.
  const stands = now.usdMinor + left
  const sign = Math.sign(now.amount.amountMinor)
  const last = since.at(-1)
  if (last && stands !== 0 && Math.sign(stands) !== sign) parts.push({ on: last.on, usdMinor: -stands })
  return parts
}

function shareOf(usdMinor: number, part: number, whole: number): number {
  return Number(divideRounded(BigInt(usdMinor) * BigInt(part), BigInt(whole)))
}

type Part = Revaluation & { usdMinor: number }

/**
 * Before a reversal takes away the last of a balance at the dollars of its first day: what a closing added since. The
 * dollars that would be left over nothing go to `fx_difference`; null where none would.
 */
export function takenBackEntry(
  account: RevaluedAccount,
  about: LineSubject,
  leftOver: Carried,
  on: CalendarDate,
  reason: string,
): NewEntry | null {
  const { amount, usdMinor } = leftOver
  const isLeftOver = amount.amountMinor === 0 ? usdMinor !== 0 : Math.sign(usdMinor) === -Math.sign(amount.amountMinor)
  if (!isLeftOver) return null
  const nothing = { amountMinor: 0, currency: amount.currency }
  return entry(
    'period_closed',
    on,
    [
      { account, amount: nothing, usdMinor: -usdMinor, rate: null, about },
      { account: 'fx_difference', amount: nothing, usdMinor, rate: null, about: {} },
    ],
    reason,
  )
}

/** One line for each balance, and one of `fx_difference` for each currency. */
function linesOf(parts: readonly Part[]): Line[] {
  const moved = parts.filter(({ usdMinor }) => usdMinor !== 0)
  const byCurrency = new Map<string, number>()
  for (const { rate, usdMinor } of moved) {
    byCurrency.set(rate.currency, (byCurrency.get(rate.currency) ?? 0) - usdMinor)
  }
  const nothing = (currency: string) => ({ amountMinor: 0, currency })
  return [
    ...moved.map(({ balance: { account, about }, rate: { currency, unitsPerUsd, on, source }, usdMinor }) => ({
      account,
      amount: nothing(currency),
      usdMinor,
      rate: { unitsPerUsd, on, source },
      about,
    })),
    ...[...byCurrency].map(([currency, usdMinor]) => ({
      account: 'fx_difference' as const,
      amount: nothing(currency),
      usdMinor,
      rate: null,
      about: {},
    })),
  ].filter(({ usdMinor }) => usdMinor !== 0)
}
