import type { CalendarDate } from '@concert/domain/calendar-date'
import type { LetterKind, LetterTable } from '@concert/domain/letter'
import { type LetterTemplate, toParagraphs } from '@concert/domain/letter-template'
import type { Locale } from '@concert/domain/locales'
import type { Money } from '@concert/domain/money'
import { formatDate } from '@concert/messages/format'
import { formatAmount, formatMoneyInFile } from '@concert/messages/format-money'
import { loadCatalogue } from '@concert/messages/messages'
import { type Say, wordsOf } from '@concert/messages/words'

/** How things are said in a letter of one language. */
export interface LetterWords {
  say: Say
  date(date: CalendarDate): string
  money(amount: Money): string
  /** US cents. */
  usd(minor: number): string
  /** The number alone, where the column names the currency. */
  number(amountMinor: number, currency: string): string
}

export async function letterWords(language: Locale): Promise<LetterWords> {
  return {
    say: await wordsOf(language),
    date: (date) => formatDate(language, date),
    money: (amount) => formatMoneyInFile(language, amount),
    usd: (minor) => formatMoneyInFile(language, { amountMinor: minor, currency: 'USD' }),
    number: (amountMinor, currency) => formatAmount(language, { amountMinor, currency }),
  }
}

/** The wording that Concert comes with. */
export async function defaultTemplate(kind: LetterKind, language: Locale): Promise<LetterTemplate> {
  const { letters } = await loadCatalogue(language)
  const { title, body } = letters.templates[kind]
  return { title, paragraphs: toParagraphs(body) }
}

type Fact = [string, string | null | false]

/** A table without a head: what, and how it is; facts that are not there are left out. */
export function factTable(facts: readonly Fact[]): LetterTable {
  const rows = facts.flatMap(([what, how]) => (how ? [{ cells: [what, how], isTotal: false }] : []))
  return { columns: [text(''), text('')], rows }
}

export const text = (header: string) => ({ header, isNumeric: false })
export const numeric = (header: string) => ({ header, isNumeric: true })
export const row = (...cells: string[]) => ({ cells, isTotal: false })
export const total = (...cells: string[]) => ({ cells, isTotal: true })
