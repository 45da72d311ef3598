import { calendarDate } from '@concert/domain/calendar-date'
import { type LetterRequest, letterKind, letterRequest } from '@concert/domain/letter'
import { type Locale, locale } from '@concert/domain/locales'
import { z } from 'zod'
import { searched, searchPage, searchText, searchYear } from '../../books/search-values.ts'

/** The filters of the log of letters, as they stand in its address. */
export const letterSearch = z.object({
  kind: searched(letterKind),
  language: searched(locale),
  donorId: searched(z.uuid()),
  text: searchText,
  page: searchPage,
})

/** What a letter is about, so that other pages can begin one. */
export const newLetterSearch = z.object({
  kind: searched(letterKind),
  pledge: searchText,
  payment: searchText,
  donorId: searched(z.uuid()),
  from: searched(calendarDate),
  until: searched(calendarDate),
  year: searchYear,
  language: searched(locale),
})
export type NewLetterSearch = z.output<typeof newLetterSearch>

/** Which template stands on the page. */
export const templateSearch = z.object({ kind: searched(letterKind), language: searched(locale) })

/** The letter that an address asks for; null until it says enough. `reader` is the language unless another is chosen. */
export function requestIn(search: NewLetterSearch, reader: Locale): LetterRequest | null {
  const { kind, pledge, payment, donorId, from, until, year } = search
  const language = search.language ?? reader
  const wanted =
    kind === 'receipt'
      ? { kind, language, payment }
      : kind === 'donor_statement'
        ? { kind, language, donorId, from, until }
        : kind === 'yearly_report'
          ? { kind, language, donorId, year }
          : { kind, language, pledge }
  const read = letterRequest.safeParse(wanted)
  return read.success ? read.data : null
}
