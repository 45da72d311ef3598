import { assistanceReleaseMaking } from '@concert/domain/assistance-release'
import { today } from '@concert/domain/calendar-date'
import type { Locale } from '@concert/domain/locales'
import {
  consentRecord,
  offerAcceptance,
  offerRecord,
  personalWordsIn,
  requestCorrection,
  requestMove,
  requestRecord,
} from '@concert/domain/request'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'

const day = z.string().nullable()
const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

export const recordForm = z
  .object({
    placeCode: z.string().nullable(),
    receivedOn: day,
    channel: z.string().nullable(),
    language: z.string(),
    subject: z.string(),
    text: z.string(),
    pillars: z.array(z.string()),
    kinds: z.array(z.string()),
    guardReason: z.string(),
    idempotencyKey: z.string(),
  })
  .transform((typed) => ({ ...typed, guardReason: orNull(typed.guardReason) }))
  .pipe(
    requestRecord.refine(
      ({ subject, text, guardReason }) => guardReason !== null || personalWordsIn([subject, text]) === undefined,
      { path: ['guardReason'], params: { code: 'errors.required' } },
    ),
  )
export type TypedRecord = z.input<typeof recordForm>

export function beginRecord(language: Locale): TypedRecord {
  return {
    placeCode: null,
    receivedOn: today(),
    channel: null,
    language,
    subject: '',
    text: '',
    pillars: [],
    kinds: [],
    guardReason: '',
    idempotencyKey: newKey(),
  }
}

const typedMove = z.object({ to: z.string().nullable(), on: day, note: z.string() })
export const moveForm = typedMove.pipe(requestMove.omit({ reference: true, from: true }))

export const correctionForm = z
  .object({ reason: z.string() })
  .pipe(requestCorrection.omit({ reference: true, from: true }))

const typedOffer = z.object({ what: z.string(), fromOn: day, note: z.string(), idempotencyKey: z.string() })
export const offerForm = typedOffer.pipe(offerRecord.omit({ reference: true }))

export function beginOffer(): z.input<typeof offerForm> {
  return { what: '', fromOn: null, note: '', idempotencyKey: newKey() }
}

export const acceptanceForm = z
  .object({ on: day, note: z.string(), activity: z.string(), idempotencyKey: z.string() })
  .transform((typed) => ({ ...typed, activity: orNull(typed.activity) }))
  .pipe(offerAcceptance.omit({ id: true }))

export function beginAcceptance(): z.input<typeof acceptanceForm> {
  return { on: today(), note: '', activity: '', idempotencyKey: newKey() }
}

export const consentForm = z
  .object({ givenOn: day, how: z.string(), document: z.string() })
  .pipe(consentRecord.omit({ reference: true }))

export const releaseForm = z.object({ untilOn: day, idempotencyKey: z.string() }).pipe(assistanceReleaseMaking)

export function beginRelease(untilOn: string): z.input<typeof releaseForm> {
  return { untilOn, idempotencyKey: newKey() }
}
