import { z } from 'zod'
import { currencyCode } from './currencies.ts'
import { exchangeRate, unitsPerUsd } from './exchange-rate.ts'
import type { RowRefusal } from './row-refusal.ts'

/** What one US dollar is reckoned at throughout a meeting, so that pledges in many currencies can be set side by side. */
export const meetingRate = z.strictObject({ currency: currencyCode, unitsPerUsd, source: exchangeRate.shape.source })
export type MeetingRate = z.infer<typeof meetingRate>

/** The whole set of a meeting, which takes the place of the one before. The US dollar is always 1 and is not in it. */
export const meetingRateSet = z
  .strictObject({
    meetingId: z.uuid(),
    rates: z.array(meetingRate).max(300),
    idempotencyKey: z.uuid(),
  })
  .superRefine(({ rates }, ctx) => {
    const seen = new Set<string>()
    for (const [index, { currency }] of rates.entries()) {
      const code = currency === 'USD' ? 'fund.rate_of_dollar' : seen.has(currency) ? 'rates.currency_twice' : undefined
      if (code) ctx.addIssue({ code: 'custom', path: ['rates', index, 'currency'], params: { code, currency } })
      seen.add(currency)
    }
  })
export type MeetingRateSet = z.infer<typeof meetingRateSet>

/** The reference rates of a meeting as anyone may read them. */
export interface MeetingRates {
  meetingId: string
  rates: MeetingRate[]
}

/** What only fund managers see: who set the rates, and when. */
export interface RecordedMeetingRates extends MeetingRates {
  recordedBy: string | null
  recordedAt: string | null
}

/** What a file of reference rates would fill in, or why not. */
export interface MeetingRateFilePreview {
  rates: MeetingRate[]
  refusals: RowRefusal[]
  refusedCells: number
  unused: string[]
}

/** Lines that cannot be in one set: the US dollar, the same currency twice. */
export function refusalsOfMeetingRates(lines: readonly (MeetingRate & { line: number })[]): RowRefusal[] {
  const seen = new Map<string, number>()
  return lines.flatMap(({ line, currency }) => {
    const refuse = (code: string, params = {}): RowRefusal[] => [{ line, column: 'currency', code, params }]
    if (currency === 'USD') return refuse('fund.rate_of_dollar')
    if (seen.has(currency)) return refuse('rates.currency_twice', { currency })
    seen.set(currency, line)
    return []
  })
}
