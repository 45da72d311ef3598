import { type CalendarDate, compareDates } from './calendar-date.ts'

/** What the fund holds and owes at the end of a day, in US cents: cash − unallocated receipts − grants payable. */
export interface DailyBalance {
  on: CalendarDate
  usdMinor: number
}

/** US cents that are kept back from a day on, until the next one. */
export interface Reserve {
  from: CalendarDate
  usdMinor: number
}

/** The least that is free on a day or on any later one, and the day on which it is. */
export interface Awardable {
  usdMinor: number
  on: CalendarDate
}

/**
 * What may be awarded with the value date `on` (journal, invariant 8): the least of cash − unallocated − grants payable
 * − reserve on that day and on every later one, in US cents; negative when awards are not covered already. `balances`
 * are in the order of their days, each standing until the next; before the first one there is nothing.
 */
export function awardableOn(
  balances: readonly DailyBalance[],
  reserves: readonly Reserve[],
  on: CalendarDate,
): Awardable {
  const days = [on, ...balances.map((balance) => balance.on), ...reserves.map(({ from }) => from)]
    .filter((day) => compareDates(day, on) >= 0)
    .toSorted(compareDates)
  return days.reduce<Awardable>(
    (least, day) => {
      const free = standing(balances, day) - reserveOn(reserves, day)
      return free < least.usdMinor ? { usdMinor: free, on: day } : least
    },
    { usdMinor: standing(balances, on) - reserveOn(reserves, on), on },
  )
}

/** The reserve in force on a day: the one with the latest beginning, and of two on one day the one that came later. */
export function reserveOn(reserves: readonly Reserve[], day: CalendarDate): number {
  const begun = reserves.filter(({ from }) => compareDates(from, day) <= 0)
  const latest = begun.reduce<Reserve | undefined>(
    (best, one) => (best === undefined || compareDates(one.from, best.from) >= 0 ? one : best),
    undefined,
  )
  return latest?.usdMinor ?? 0
}

function standing(balances: readonly DailyBalance[], day: CalendarDate): number {
  return balances.findLast((balance) => compareDates(balance.on, day) <= 0)?.usdMinor ?? 0
}
