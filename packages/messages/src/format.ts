import type { Locale } from '@concert/domain/locales'

const tags: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ru: 'ru-RU', zh: 'zh-CN', ar: 'ar' }

/** BCP 47 tag that `Intl` and react-aria are given for a language: Western digits everywhere. */
export function languageTag(locale: Locale): string {
  return `${tags[locale]}-u-nu-latn`
}

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** `Intl.NumberFormat` of a language, made once. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known = numbers.get(key) ?? new Intl.NumberFormat(tags[locale], { numberingSystem: 'latn', ...options })
  numbers.set(key, known)
  return known
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known =
    dates.get(key) ??
    new Intl.DateTimeFormat(tags[locale], { numberingSystem: 'latn', calendar: 'gregory', timeZone: 'UTC', ...options })
  dates.set(key, known)
  return known
}

/** A whole or decimal number with the reader's separators: `12 345`. */
export function formatNumber(locale: Locale, value: number): string {
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

/** A short number for axes and labels: `1.2M`, `12万`. */
export function formatShortNumber(locale: Locale, value: number): string {
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** A share between 0 and 1 as a percentage with at most one decimal. */
export function formatShare(locale: Locale, share: number): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

/** A calendar date `YYYY-MM-DD` in words: `24 November 2026`, or short: `24 Nov 2026`. */
export function formatDate(locale: Locale, date: string, length: 'long' | 'short' = 'long'): string {
  return dateFormat(locale, { day: 'numeric', month: length, year: 'numeric' }).format(new Date(`${date}T00:00:00Z`))
}

/** Two calendar dates in words, what they share said once: `27–28 September 2017`. */
export function formatDateRange(locale: Locale, from: string, until: string): string {
  if (from === until) return formatDate(locale, from)
  // Intl has only a numeric interval for Chinese.
  if (locale === 'zh') return `${formatDate(locale, from)}至${formatDate(locale, until)}`
  const format = dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`))
}

/** A month of a calendar date: `November 2026`. */
export function formatMonth(locale: Locale, date: string): string {
  return dateFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`))
}

/** A tick of an axis of time: `Nov`, `Nov 2026` or `2026`. */
export function formatTick(locale: Locale, date: string, parts: 'month' | 'month_and_year' | 'year'): string {
  const day = new Date(`${date}T00:00:00Z`)
  if (parts === 'year') return date.slice(0, 4)
  return dateFormat(locale, parts === 'month' ? { month: 'short' } : { month: 'short', year: 'numeric' }).format(day)
}

/** A day of the week, short or long; `date` is any day that falls on it. */
export function formatWeekday(locale: Locale, date: string, length: 'short' | 'long'): string {
  return dateFormat(locale, { weekday: length }).format(new Date(`${date}T00:00:00Z`))
}

/** The months from one calendar date to another, what they share said once: `January – June 2026`. */
export function formatMonthRange(locale: Locale, from: string, until: string): string {
  if (from.slice(0, 7) === until.slice(0, 7)) return formatMonth(locale, from)
  // Intl has only a numeric interval for Chinese.
  if (locale === 'zh') return `${formatMonth(locale, from)}至${formatMonth(locale, until)}`
  const format = dateFormat(locale, { month: 'long', year: 'numeric' })
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`))
}

/** An instant, always in UTC and saying so: `24 Nov 2026, 14:05 UTC`. */
export function formatInstant(locale: Locale, instant: string): string {
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(instant))
}

/** Names sorted as a reader of this language expects. */
export function sortByName<Item>(locale: Locale, items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const collator = new Intl.Collator(tags[locale], { numeric: true })
  return items.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)))
}
