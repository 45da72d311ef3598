import { today } from '@concert/domain/calendar-date'
import { rateRecord } from '@concert/domain/exchange-rate'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { typedDate, typedText } from '../../books/typed-values.ts'

const typedRate = z.object({
  currency: z.string().nullable(),
  on: z.string().nullable(),
  unitsPerUsd: z.string(),
  source: z.string(),
  idempotencyKey: z.string(),
})
export type TypedRate = z.infer<typeof typedRate>

const recorded = rateRecord.safeExtend({ idempotencyKey: z.uuid() })
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
      idempotencyKey: z.uuid(),
    }),
  )
  .pipe(recorded)

export function emptyRate(currency: string | null, source: string): TypedRate {
  return { currency, on: `${today().slice(0, 7)}-01`, unitsPerUsd: '', source, idempotencyKey: newKey() }
}
