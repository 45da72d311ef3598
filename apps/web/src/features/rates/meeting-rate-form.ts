import { type MeetingRate, meetingRateSet } from '@concert/domain/meeting-rate'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { typedText } from '../../books/typed-values.ts'

const typedRow = z.object({ currency: z.string().nullable(), unitsPerUsd: z.string(), source: z.string() })
const typedSet = z.object({ meetingId: z.string(), rates: z.array(typedRow), idempotencyKey: z.string() })
export type TypedMeetingRates = z.infer<typeof typedSet>
export type ReadMeetingRates = z.output<typeof meetingRateSet>

const readRow = z
  .object({ currency: z.string(), unitsPerUsd: z.string(), source: z.string() })
  .pipe(z.object({ currency: typedText(3), unitsPerUsd: typedText(40), source: typedText(200) }))

/** From what was typed to the whole set of a meeting, with the key of the form. */
export const meetingRateForm = typedSet
  .transform(({ rates, ...typed }) => ({
    ...typed,
    rates: rates.map(({ currency, ...row }) => ({ ...row, currency: currency ?? '' })),
  }))
  .pipe(z.object({ meetingId: z.uuid(), rates: z.array(readRow), idempotencyKey: z.uuid() }))
  .pipe(meetingRateSet)

export function typedMeetingRates(meetingId: string, rates: readonly MeetingRate[]): TypedMeetingRates {
  return { meetingId, rates: [...rates], idempotencyKey: newKey() }
}
