import { type CalendarDate, daysBetween } from './calendar-date.ts'
import type { RequestStage } from './request.ts'

/** One request as the indicators look at it. */
export interface AssistanceCase {
  id: string
  placeCode: string
  /** A least developed, landlocked developing or small island developing State, by the sourced list of places. */
  isDeveloping: boolean
  /** Its State agreed at some time to be named, with this request or another; what was public once is remembered. */
  isNamed: boolean
  receivedOn: CalendarDate
  stage: RequestStage
  /** The steps that stand, in their order. */
  steps: readonly { stage: RequestStage; on: CalendarDate }[]
}

/** How far a request came, in this order; declined and withdrawn end it wherever it is. */
export const funnelStages = ['received', 'acknowledged', 'matched', 'in_delivery', 'answered'] as const
export type FunnelStage = (typeof funnelStages)[number]

export interface AssistanceIndicators {
  received: number
  answered: number
  declined: number
  withdrawn: number
  /** Median of whole days from receipt to the first answer of any kind; null while nobody was answered. */
  firstAnswerDays: number | null
  /** Median of whole days from receipt to the beginning of delivery; null while none began. */
  deliveryDays: number | null
  /** Requests of least developed, landlocked and small island developing States. */
  developing: number
  /** Their share of what was received, in hundredths of a per cent; null when nothing was. */
  developingShare: number | null
  /** How many States asked. */
  states: number
  /** Requests that came at least so far. */
  reached: Record<FunnelStage, number>
}

/** What became of these requests. */
export function assistanceIndicators(cases: readonly AssistanceCase[]): AssistanceIndicators {
  const count = (is: (one: AssistanceCase) => boolean) => cases.filter(is).length
  const developing = count(({ isDeveloping }) => isDeveloping)
  return {
    received: cases.length,
    answered: count(({ stage }) => stage === 'answered'),
    declined: count(({ stage }) => stage === 'declined'),
    withdrawn: count(({ stage }) => stage === 'withdrawn'),
    firstAnswerDays: median(cases.flatMap((one) => daysToFirstAnswer(one) ?? [])),
    deliveryDays: median(cases.flatMap((one) => daysToDelivery(one) ?? [])),
    developing,
    developingShare: shareOf(developing, cases.length),
    states: new Set(cases.map(({ placeCode }) => placeCode)).size,
    reached: {
      received: cases.length,
      acknowledged: count((one) => hasReached(one, 'acknowledged')),
      matched: count((one) => hasReached(one, 'matched')),
      in_delivery: count((one) => hasReached(one, 'in_delivery')),
      answered: count((one) => hasReached(one, 'answered')),
    },
  }
}

/** Whether a request came to this stage or past it, whatever ended it afterwards. */
export function hasReached({ steps }: AssistanceCase, wanted: FunnelStage): boolean {
  const from = funnelStages.indexOf(wanted)
  return from === 0 || steps.some(({ stage }) => funnelStages.some((one, at) => one === stage && at >= from))
}

/** Whole days until the State heard of its request for the first time, a refusal too; null while it has not. */
export function daysToFirstAnswer({ receivedOn, steps }: AssistanceCase): number | null {
  const first = steps.find(({ stage }) => stage !== 'received' && stage !== 'withdrawn')
  return first ? daysBetween(receivedOn, first.on) : null
}

/** Whole days until delivery began; of a request answered at once, until it was answered. Null while neither is so. */
export function daysToDelivery({ receivedOn, steps }: AssistanceCase): number | null {
  const first = steps.find(({ stage }) => stage === 'in_delivery' || stage === 'answered')
  return first ? daysBetween(receivedOn, first.on) : null
}

/** The middle one, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const high = sorted[Math.floor(sorted.length / 2)]
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  return high === undefined || low === undefined ? null : (low + high) / 2
}

/** In hundredths of a per cent, rounded half up; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 10_000) / whole)
}
