import { addMonthsClamped, type CalendarDate, compareDates } from './calendar-date.ts'
import { divideRounded } from './money.ts'

/** The meetings whose pledges are followed: the appraisals of the Global Plan of Action, by slug. */
export const cohortMeetings = ['2013', '2017', '2021', '2025'] as const

/** How long after a meeting its pledges are looked at, in months. */
export const cohortMonths = [6, 12, 24, 48] as const
export type CohortMonths = (typeof cohortMonths)[number]

export const cohortStages = ['formalised', 'received'] as const
export type CohortStage = (typeof cohortStages)[number]

/** A total of fewer donors than this says what single States did. */
export const leastDonors = 3

/** What the pledges of one meeting came to, in US cents at the rates of their announcement; for fund managers. */
export interface CohortSums {
  slug: string
  startsOn: CalendarDate
  announcedUsd: number
  pledges: number
  donors: number
  points: readonly ({ months: CohortMonths } & Record<`${CohortStage}Usd`, number>)[]
}

export interface CohortPoint {
  months: CohortMonths
  on: CalendarDate
  /** Hundredths of a per cent of what was announced; null while the day is still to come. */
  formalised: number | null
  received: number | null
}

/** How far the pledges of one meeting were fulfilled, as totals that anyone may see. */
export interface Cohort {
  slug: string
  startsOn: CalendarDate
  announcedUsd: number
  pledges: number
  points: CohortPoint[]
}

/**
 * Shares of what was announced, in hundredths of a per cent, rounded half away from zero. A day that is still to come has
 * no share, which is not zero. Null when fewer than three donors announced, since the total would be theirs.
 */
export function cohortOf(sums: CohortSums, today: CalendarDate): Cohort | null {
  const { slug, startsOn, announcedUsd, pledges, donors } = sums
  if (donors < leastDonors || announcedUsd === 0) return null
  const points = cohortMonths.map((months) => {
    const on = addMonthsClamped(startsOn, months)
    const reached = compareDates(on, today) <= 0
    const point = sums.points.find((one) => one.months === months)
    const share = (usd: number) => (reached ? shareOf(usd, announcedUsd) : null)
    return { months, on, formalised: share(point?.formalisedUsd ?? 0), received: share(point?.receivedUsd ?? 0) }
  })
  return { slug, startsOn, announcedUsd, pledges, points }
}

function shareOf(partUsd: number, wholeUsd: number): number {
  return Number(divideRounded(BigInt(partUsd) * 10_000n, BigInt(wholeUsd)))
}
