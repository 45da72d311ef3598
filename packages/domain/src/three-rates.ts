import { z } from 'zod'
import type { CalendarDate } from './calendar-date.ts'
import { type ExchangeRate, toUsdMinor } from './exchange-rate.ts'
import { divideRounded, type Money, withinBounds } from './money.ts'

/** What is known of a pledge of money. `…Usd` amounts are US cents, frozen in the journal when they were booked. */
export interface PledgeAtRates {
  announced: Money
  announcedUsd: number
  received: Money
  receivedUsd: number
  /** Units per US dollar that the meeting reckoned with; null where the pledge was at none, or it set no rate. */
  meetingUnits: string | null
}

/** One pledge at three rates, in US cents. Each difference is a line of its own: later less earlier. */
export interface ThreeRates {
  announcedUsd: number
  /** What was announced, at the meeting's reference rate. */
  meetingUsd: number | null
  announcementToMeeting: number | null
  /** What was received, at the rate of the announcement. */
  receivedAtAnnouncementUsd: number
  announcementToReceipt: number
  receivedUsd: number
}

export interface ThreeRatesTotal extends ThreeRates {
  pledges: number
}

/** A pledge in the view, by the names under which a person finds it. */
export interface ThreeRatesRow extends ThreeRates {
  reference: string
  donorName: string | null
  announcedOn: CalendarDate
  announced: Money
  received: Money
  meetingSlug: string | null
}

/** Pledges that their meeting's rate reaches, and, apart, those that it does not: each with totals that foot. */
export interface ThreeRatesView {
  atMeetingRate: { rows: ThreeRatesRow[]; total: ThreeRatesTotal }
  withoutMeetingRate: { rows: ThreeRatesRow[]; total: ThreeRatesTotal }
}

/** The pledges of the view: by meeting, year of announcement or donor. */
export const threeRatesFilter = z.strictObject({
  meetingId: z.uuid().optional(),
  year: z.int().min(2000).max(2200).optional(),
  donorId: z.uuid().optional(),
})
export type ThreeRatesFilter = z.infer<typeof threeRatesFilter>

/** The most pledges that are set side by side at once; with more the view asks for a filter. */
export const maxThreeRatesPledges = 2000

/**
 * A pledge at the rate of its announcement, of its meeting and of its receipt, each rounded once. What was received is
 * reckoned back at what the journal froze per unit announced, so that a pledge received whole comes back to what was
 * announced. Throws RangeError where nothing was announced.
 */
export function threeRates({
  announced,
  announcedUsd,
  received,
  receivedUsd,
  meetingUnits,
}: PledgeAtRates): ThreeRates {
  if (announced.amountMinor <= 0) throw new RangeError('A pledge of nothing has no rate')
  const meetingUsd = meetingUnits === null ? null : atMeeting(announced, meetingUnits)
  const share = divideRounded(BigInt(announcedUsd) * BigInt(received.amountMinor), BigInt(announced.amountMinor))
  const receivedAtAnnouncementUsd = withinBounds(Number(share))
  return {
    announcedUsd,
    meetingUsd,
    announcementToMeeting: meetingUsd === null ? null : meetingUsd - announcedUsd,
    receivedAtAnnouncementUsd,
    announcementToReceipt: receivedUsd - receivedAtAnnouncementUsd,
    receivedUsd,
  }
}

/** The sum of pledges column by column; null at the meeting's rate as soon as one has none. */
export function totalOfThreeRates(rows: readonly ThreeRates[]): ThreeRatesTotal {
  const sum = (column: (row: ThreeRates) => number) => rows.reduce((total, row) => withinSafety(total + column(row)), 0)
  const hasMeeting = rows.every(({ meetingUsd }) => meetingUsd !== null)
  return {
    pledges: rows.length,
    announcedUsd: sum((row) => row.announcedUsd),
    meetingUsd: hasMeeting ? sum((row) => row.meetingUsd ?? 0) : null,
    announcementToMeeting: hasMeeting ? sum((row) => row.announcementToMeeting ?? 0) : null,
    receivedAtAnnouncementUsd: sum((row) => row.receivedAtAnnouncementUsd),
    announcementToReceipt: sum((row) => row.announcementToReceipt),
    receivedUsd: sum((row) => row.receivedUsd),
  }
}

function atMeeting(announced: Money, unitsPerUsd: string): number {
  const { currency } = announced
  // The day and source of a meeting's rate play no part in the arithmetic.
  const rate: ExchangeRate = { currency, unitsPerUsd, on: '0001-01-01', source: '' }
  return toUsdMinor(announced, rate)
}

function withinSafety(total: number): number {
  if (!Number.isSafeInteger(total)) throw new RangeError('The total is larger than can be carried exactly')
  return total
}
