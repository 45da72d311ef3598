import { z } from 'zod'
import {
  type AssistanceCase,
  assistanceIndicators,
  daysToDelivery,
  daysToFirstAnswer,
  type FunnelStage,
  hasReached,
} from './assistance-indicators.ts'
import { type CalendarDate, calendarDate } from './calendar-date.ts'

/** Numbers about fewer States than this say what single ones did. */
export const leastStates = 3

/** Where the public's medians are rounded up to, in days. */
export const toldWithinDays = [7, 14, 30, 60, 90, 180, 365, 730] as const

/** What the public reads of the requests of one release. Null stands for: fewer than three States. */
export interface AssistanceTold {
  received: number
  answered: number | null
  /** Hundredths of a per cent. */
  developingShare: number | null
  /** Half of those that were answered at all were answered within so many days, one of `toldWithinDays`. */
  firstAnswerWithin: number | null
  deliveryWithin: number | null
  reached: Record<Exclude<FunnelStage, 'received' | 'answered'>, number | null>
}

/** A release is about requests that no other release is about, as they stood on its day, and never changes. */
export interface AssistanceRelease {
  number: number
  /** The day of the oldest request that it is about is not told: only until when they were received. */
  untilOn: CalendarDate
  releasedAt: string
  told: AssistanceTold
}

export const assistanceReleaseMaking = z.strictObject({ untilOn: calendarDate, idempotencyKey: z.uuid() })
export type AssistanceReleaseMaking = z.output<typeof assistanceReleaseMaking>

type Counted = ReadonlySet<string>

/**
 * Whether counts of these sets of requests may be public together. Requests that all the sets treat alike form a group;
 * whoever adds and subtracts the counts in any way gets sums over whole groups. So each group that is counted anywhere
 * must hold at least three States that are not named: one that ever agreed to be, with any of its requests, is none of
 * them, since anyone could take it off.
 */
export function areCovered(cases: readonly AssistanceCase[], counted: readonly Counted[]): boolean {
  const groups = Map.groupBy(cases, ({ id }) => counted.map((set) => Number(set.has(id))).join(''))
  return [...groups].every(([group, members]) => {
    if (!group.includes('1')) return true
    const hidden = new Set(members.flatMap(({ isNamed, placeCode }) => (isNamed ? [] : [placeCode])))
    return hidden.size >= leastStates
  })
}

/**
 * What may be told of these requests, the most important number first: each only if the counts that it is made of may
 * be public together with all those before it. Null when nothing may be told. The requests must be in no other release,
 * so that no two releases can be subtracted from each other.
 */
export function toldOf(cases: readonly AssistanceCase[]): AssistanceTold | null {
  const all = setOf(cases, () => true)
  if (cases.length === 0 || !areCovered(cases, [all])) return null
  const exact = assistanceIndicators(cases)
  const told: Counted[] = [all]
  const tell = <Value>(sets: readonly Counted[], value: Value): Value | null => {
    if (!areCovered(cases, [...told, ...sets])) return null
    told.push(...sets)
    return value
  }
  const tellStage = (stage: FunnelStage) => tell([setOf(cases, (one) => hasReached(one, stage))], exact.reached[stage])
  const tellMedian = (value: number | null, daysOf: (one: AssistanceCase) => number | null) => {
    const at = toldWithinDays.findIndex((edge) => value !== null && value <= edge)
    const edge = toldWithinDays[at]
    if (edge === undefined) return null
    const within = (days: number) => setOf(cases, (one) => (daysOf(one) ?? Number.POSITIVE_INFINITY) <= days)
    const answered = setOf(cases, (one) => daysOf(one) !== null)
    return tell([answered, within(toldWithinDays[at - 1] ?? -1), within(edge)], edge)
  }
  return {
    received: exact.received,
    answered: tell([setOf(cases, ({ stage }) => stage === 'answered')], exact.answered),
    developingShare: tell([setOf(cases, ({ isDeveloping }) => isDeveloping)], exact.developingShare),
    firstAnswerWithin: tellMedian(exact.firstAnswerDays, daysToFirstAnswer),
    deliveryWithin: tellMedian(exact.deliveryDays, daysToDelivery),
    reached: {
      acknowledged: tellStage('acknowledged'),
      matched: tellStage('matched'),
      in_delivery: tellStage('in_delivery'),
    },
  }
}

function setOf(cases: readonly AssistanceCase[], belongs: (one: AssistanceCase) => boolean): Counted {
  return new Set(cases.filter(belongs).map(({ id }) => id))
}
