import { today, yearOf } from '@concert/domain/calendar-date'
import { grantCallChange, grantCallOpening } from '@concert/domain/grant'
import type { GrantCall } from '@concert/domain/grant-views'
import { locales } from '@concert/domain/locales'
import { z } from 'zod'
import { newKey } from '../../books/new-key.ts'
import { typedText, typedTextOrNone } from '../../books/typed-values.ts'

const count = z.number().nullable()
const day = z.string().nullable()
const words = z.object({
  en: z.string(),
  fr: z.string(),
  es: z.string(),
  ru: z.string(),
  zh: z.string(),
  ar: z.string(),
})

const typedCall = z.object({
  cycle: z.string(),
  title: words,
  year: z.number().nullable(),
  openedOn: day,
  closedOn: day,
  theme: z.string(),
  received: count,
  eligible: count,
  shortlisted: count,
  boardAdvisedOn: day,
  decidedOn: day,
  source: z.string(),
  idempotencyKey: z.string(),
})
export type TypedCall = z.infer<typeof typedCall>

/** A language in which nothing was typed has no title. */
const readTitle = z.object({
  en: typedText(200),
  fr: typedTextOrNone(200),
  es: typedTextOrNone(200),
  ru: typedTextOrNone(200),
  zh: typedTextOrNone(200),
  ar: typedTextOrNone(200),
})

const readCall = z.object({
  ...typedCall.shape,
  cycle: typedText(40),
  title: readTitle.transform(({ en, fr, es, ru, zh, ar }) => ({
    en,
    ...(fr !== null && { fr }),
    ...(es !== null && { es }),
    ...(ru !== null && { ru }),
    ...(zh !== null && { zh }),
    ...(ar !== null && { ar }),
  })),
  year: z.number(),
  theme: typedTextOrNone(500),
  source: typedText(300),
})

export const openingForm = typedCall.pipe(readCall).pipe(grantCallOpening)

/** As `openingForm`, for a call that is there already. */
export const changeForm = (callId: string) =>
  typedCall
    .pipe(readCall)
    .transform((call) => ({ ...call, callId }))
    .pipe(grantCallChange)

export function beginCall(call: GrantCall | null): TypedCall {
  const title = Object.fromEntries(locales.map((locale) => [locale, call?.title[locale] ?? '']))
  return {
    cycle: call?.cycle ?? '',
    title: words.parse(title),
    year: call?.year ?? yearOf(today()),
    openedOn: call?.openedOn ?? null,
    closedOn: call?.closedOn ?? null,
    theme: call?.theme ?? '',
    received: call?.received ?? null,
    eligible: call?.eligible ?? null,
    shortlisted: call?.shortlisted ?? null,
    boardAdvisedOn: call?.boardAdvisedOn ?? null,
    decidedOn: call?.decidedOn ?? null,
    source: call?.source ?? '',
    idempotencyKey: newKey(),
  }
}
