import { z } from 'zod'

/** The six official languages of the United Nations, in the order of the language switch. */
export const locales = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const
export const locale = z.enum(locales)
export type Locale = z.infer<typeof locale>

/** A stored name or sentence with its translations; English is always there. */
export type LocalizedText = { en: string } & Partial<Record<Locale, string>>
export const localizedText = z.object({
  en: z.string().min(1),
  fr: z.string().optional(),
  es: z.string().optional(),
  ru: z.string().optional(),
  zh: z.string().optional(),
  ar: z.string().optional(),
})

/** The text in the reader's language, else in English. */
export function inLocale(text: LocalizedText, reader: Locale): string {
  return text[reader] ?? text.en
}

/** Writing direction of a language. */
export function direction(reader: Locale): 'ltr' | 'rtl' {
  return reader === 'ar' ? 'rtl' : 'ltr'
}
