import { observationCorrection, observationRecord } from '@concert/domain/indicator'
import { type Locale, locales } from '@concert/domain/locales'
import { z } from 'zod'
import { typedDate, typedText, typedTextOrNone } from '../../books/typed-values.ts'

const { value } = observationRecord.shape

/** From what was typed to an observation; every refusal stands at its field. */
export const observationForm = z
  .object({
    observedOn: z.string().nullable(),
    value: z.number().nullable(),
    place: z.string().nullable(),
    definition: z.string(),
    source: z.string(),
    url: z.string(),
  })
  .transform((typed) => ({ ...typed, definition: Number(typed.definition), url: typed.url.trim() || null }))
  .pipe(
    observationRecord
      .omit({ indicator: true, idempotencyKey: true })
      .extend({ observedOn: typedDate, source: typedText(300) }),
  )

export const correctionForm = z
  .object({ value: z.number().nullable(), source: z.string(), url: z.string(), reason: z.string() })
  .transform((typed) => ({ ...typed, url: typed.url.trim() || null }))
  .pipe(
    observationCorrection
      .omit({ id: true, idempotencyKey: true })
      .extend({ value, source: typedText(300), reason: typedText(500) }),
  )

const wordsOrNone = typedTextOrNone(1000).transform((text) => text ?? undefined)

/** A language in which nothing was typed is left out; English has to be there. */
export const definitionForm = z.object({
  text: z.object({
    en: typedText(1000),
    fr: wordsOrNone,
    es: wordsOrNone,
    ru: wordsOrNone,
    zh: wordsOrNone,
    ar: wordsOrNone,
  }),
  source: typedText(300),
})

export function emptyWords(): Record<Locale, string> {
  return { en: '', fr: '', es: '', ru: '', zh: '', ar: '' }
}

export const otherLanguages = locales.filter((language) => language !== 'en')
