import { addDays, addMonthsClamped, type CalendarDate, compareDates, daysBetween, monthOf } from './calendar-date.ts'

/** From the first day to the last one, both counted. */
export interface Span {
  from: CalendarDate
  until: CalendarDate
}

/** What takes time, in one or several rows. A start or an end that is null is not known; ends are whole days, counted. */
export interface Dated {
  id: string
  startOn: CalendarDate | null
  endOn: CalendarDate | null
  rows: readonly string[]
}

/**
 * One item in one row. `from` and `until` are shares of the window's width between 0 and 1. `roomFrom` and `roomUntil` hold
 * the bar and its label, and nothing else of its lane.
 */
export interface TimelineBar {
  id: string
  lane: number
  from: number
  until: number
  roomFrom: number
  roomUntil: number
  /** It began before the window, or nobody knows when. */
  isOpenBefore: boolean
  /** It goes on after the window, or nobody knows how long. */
  isOpenAfter: boolean
}

export interface TimelineRow {
  id: string
  lanes: number
  /** In the order in which they begin. */
  bars: TimelineBar[]
}

/** The span of `months` months that begins on a day. */
export function spanOf(from: CalendarDate, months: number): Span {
  return { from, until: addDays(addMonthsClamped(from, months), -1) }
}

/** Where a day begins in the window, as a share of its width: below 0 before it, 1 on the day after it. */
export function shareOf(window: Span, on: CalendarDate): number {
  return daysBetween(window.from, on) / (daysBetween(window.from, window.until) + 1)
}

/** Whether any day of the item may be in the window; without both dates it is in none. */
export function isWithin(window: Span, { startOn, endOn }: Pick<Dated, 'startOn' | 'endOn'>): boolean {
  if (startOn === null && endOn === null) return false
  return (
    (startOn === null || compareDates(startOn, window.until) <= 0) &&
    (endOn === null || compareDates(endOn, window.from) >= 0)
  )
}

/**
 * Lays items into the rows that they name, each row in as few lanes as keep them apart. `least` is the share of the width
 * that an item takes at least, so that its label has room. Rows come in the order of `order`; those without items are left
 * out. What lies outside of the window is left out, what reaches over its edge is clipped.
 */
export function layTimeline(
  items: readonly Dated[],
  order: readonly string[],
  window: Span,
  least: number,
): TimelineRow[] {
  const inRow = new Map<string, Dated[]>()
  for (const item of items) {
    if (!isWithin(window, item)) continue
    for (const row of new Set(item.rows)) inRow.set(row, [...(inRow.get(row) ?? []), item])
  }
  return order.flatMap((id) => {
    const found = inRow.get(id)
    return found ? [{ id, ...pack(found.map((item) => barOf(item, window, least))) }] : []
  })
}

function barOf(item: Dated, window: Span, least: number): Omit<TimelineBar, 'lane'> {
  const from = item.startOn === null ? 0 : Math.max(0, shareOf(window, item.startOn))
  const until = item.endOn === null ? 1 : Math.min(1, shareOf(window, addDays(item.endOn, 1)))
  // An end before its start is somebody's slip, not a bar that runs backwards.
  const end = Math.max(from, until)
  return {
    id: item.id,
    from,
    until: end,
    roomFrom: Math.max(0, Math.min(from, 1 - least)),
    roomUntil: Math.min(1, Math.max(end, from + least)),
    isOpenBefore: item.startOn === null || compareDates(item.startOn, window.from) < 0,
    isOpenAfter: item.endOn === null || compareDates(item.endOn, window.until) > 0,
  }
}

/**
 * The first free lane for each bar, in the order of where its room begins: no way takes fewer lanes. Lanes in which
 * something begins come first, the earliest on top: what is ahead before what goes on.
 */
function pack(bars: readonly Omit<TimelineBar, 'lane'>[]): Pick<TimelineRow, 'lanes' | 'bars'> {
  const sorted = bars.toSorted((a, b) => a.roomFrom - b.roomFrom || b.roomUntil - a.roomUntil || (a.id < b.id ? -1 : 1))
  const ends: number[] = []
  const placed = sorted.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.roomFrom)
    const lane = free === -1 ? ends.length : free
    ends[lane] = bar.roomUntil
    return { ...bar, lane }
  })
  const beginnings = ends.map((_, lane) =>
    Math.min(2, ...placed.filter((bar) => bar.lane === lane && !bar.isOpenBefore).map(({ from }) => from)),
  )
  const order = beginnings
    .map((_, lane) => lane)
    .toSorted((a, b) => (beginnings[a] ?? 2) - (beginnings[b] ?? 2) || a - b)
  return { lanes: ends.length, bars: placed.map((bar) => ({ ...bar, lane: order.indexOf(bar.lane) })) }
}

export const tickUnits = ['month', 'quarter', 'year'] as const
export type TickUnit = (typeof tickUnits)[number]
const monthsOf: Record<TickUnit, number> = { month: 1, quarter: 3, year: 12 }

export interface TimelineTick {
  on: CalendarDate
  /** Where it stands, as a share of the width. */
  at: number
}

/**
 * The first days of months, quarters or years in the window: the finest unit of which there are at most `most`, else as
 * many years apart as it takes.
 */
export function ticksOf(window: Span, most: number): { unit: TickUnit; ticks: TimelineTick[] } {
  for (const unit of tickUnits) {
    const ticks = ticksEvery(window, monthsOf[unit])
    if (ticks.length <= most) return { unit, ticks }
  }
  let years = 2
  while (ticksEvery(window, years * 12).length > Math.max(1, most)) years += 1
  return { unit: 'year', ticks: ticksEvery(window, years * 12) }
}

function ticksEvery(window: Span, months: number): TimelineTick[] {
  const firstOfMonth = `${window.from.slice(0, 7)}-01`
  const year = Number(window.from.slice(0, 4))
  const since =
    months > 12 ? (year % (months / 12)) * 12 + monthOf(window.from) - 1 : (monthOf(window.from) - 1) % months
  const ticks: TimelineTick[] = []
  for (let on = addMonthsClamped(firstOfMonth, -since); on <= window.until; on = addMonthsClamped(on, months)) {
    if (on >= window.from) ticks.push({ on, at: shareOf(window, on) })
  }
  return ticks
}
