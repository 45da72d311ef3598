import { today } from '@concert/domain/calendar-date'
import { rateRecord } from '@concert/domain/exchange-rate'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { typedDate, typedText, typedTextOrNone } from '../../books/typed-values.ts'

const typedRate = z.object({
  currency: z.string().nullable(),
  on: z.string().nullable(),
  unitsPerUsd: z.string(),
  source: z.string(),
  flagReason: z.string(),
  idempotencyKey: z.string(),
})
export type TypedRate = z.infer<typeof typedRate>

const recorded = rateRecord.safeExtend({ flagReason: z.string().nullable(), idempotencyKey: z.uuid() })
export type RecordedRate = z.infer<typeof recorded>

/** From what was typed to the rate that the domain knows, with the key of the form. */
export const rateForm = typedRate
  .transform(({ currency, ...typed }) => ({ ...typed, currency: currency ?? '' }))
  .pipe(
    z.object({
      currency: typedText(3),
      on: typedDate,
      unitsPerUsd: typedText(40),
      source: typedText(200),
      flagReason: typedTextOrNone(500),
      idempotencyKey: z.uuid(),
    }),
  )
  .pipe(recorded)

export function emptyRate(currency: string | null, source: string): TypedRate {
  const on = `${today().slice(0, 7)}-01`
  return { currency, on, unitsPerUsd: '', source, flagReason: '', idempotencyKey: newKey() }
}
