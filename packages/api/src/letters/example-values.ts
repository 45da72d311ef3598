import type { LetterKind, LetterTable } from '@concert/domain/letter'
import { type LetterValues, letterFields } from '@concert/domain/letter-template'
import type { Locale } from '@concert/domain/locales'
import { type LetterWords, letterWords, numeric, row, text, total } from './letter-words.ts'

/** Every field of a kind filled with something that looks like what it will be, about no donor. */
export async function exampleValues(kind: LetterKind, language: Locale): Promise<LetterValues<LetterKind>> {
  const words = await letterWords(language)
  const { text: fields, tables } = letterFields[kind]
  return {
    text: Object.fromEntries(fields.map((field) => [field, exampleOf(field, words)])),
    tables: Object.fromEntries(tables.map((field) => [field, exampleTable(words)])),
  } as LetterValues<LetterKind>
}

const days: Record<string, string> = {
  date: '2026-11-24',
  announcedOn: '2026-09-01',
  formalisedOn: '2026-10-01',
  receivedOn: '2026-10-15',
  from: '2026-01-01',
  until: '2026-12-31',
}

function exampleOf(field: string, words: LetterWords): string {
  const day = days[field]
  if (day !== undefined) return words.date(day)
  switch (field) {
    case 'fundName':
      return words.say('letters.fundName')
    case 'donorName':
      return words.say('letters.example.donorName')
    case 'meeting':
      return words.say('letters.example.meeting')
    case 'dueRule':
      return words.say('letters.dueRules.scheduled')
    case 'pledgeReference':
      return 'PLG-2026-00001'
    case 'paymentReference':
      return 'PAY-2026-00001'
    case 'year':
      return '2026'
    case 'fee':
      return words.money({ amountMinor: 1_500, currency: 'EUR' })
    default:
      return field.endsWith('Usd') ? words.usd(10_000_000) : words.money({ amountMinor: 10_000_000, currency: 'EUR' })
  }
}

function exampleTable(words: LetterWords): LetterTable {
  const amount = (amountMinor: number) => words.money({ amountMinor, currency: 'EUR' })
  return {
    columns: [text(words.say('letters.table.pledge')), numeric(words.say('letters.table.amount'))],
    rows: [
      row('PLG-2026-00001', amount(6_000_000)),
      row('PLG-2026-00002', amount(4_000_000)),
      total(words.say('letters.table.total'), amount(10_000_000)),
    ],
  }
}
