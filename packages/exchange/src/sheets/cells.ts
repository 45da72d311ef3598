import { type CalendarDate, calendarDate } from '@concert/domain/calendar-date'
import { findCurrency } from '@concert/domain/currencies'
import { DomainError } from '@concert/domain/errors'
import { type Money, negate, parseAmount } from '@concert/domain/money'
import { quoted, refusal, type SheetCell } from './sheet.ts'

/** A spreadsheet keeps this many digits of a number; what has more is the noise of a calculation, or has lost some. */
const exactDigits = 15

/** The text of a cell that may not be empty. Throws DomainError `sheets.cell_missing` and those of `optionalText`. */
export function requiredText(cell: SheetCell): string {
  const text = optionalText(cell)
  if (text === null) throw refusal('cell_missing')
  return text
}

/**
 * The text of a cell, null when it is empty. A whole number is taken as its digits. Throws DomainError
 * `sheets.text_is_date` and `sheets.text_is_number` for what a spreadsheet may have turned into something else.
 */
export function optionalText(cell: SheetCell): string | null {
  if (typeof cell === 'string') return cell === '' ? null : cell
  if ('date' in cell) throw refusal('text_is_date', { value: cell.date })
  if (!/^\d+$/.test(cell.number) || cell.number.length > exactDigits) {
    throw refusal('text_is_number', { value: cell.number })
  }
  return cell.number
}

/**
 * The day in a cell: a date of the spreadsheet, or text as `YYYY-MM-DD`. Throws DomainError `sheets.date_two_ways`
 * for what could be two days, `sheets.date_unreadable` for everything else, `sheets.cell_missing` for none.
 */
export function calendarDateCell(cell: SheetCell): CalendarDate {
  if (typeof cell === 'object' && 'number' in cell) throw refusal('date_is_number', { value: cell.number })
  const text = typeof cell === 'string' ? cell : cell.date
  if (text === '') throw refusal('cell_missing')
  if (/^\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})$/.test(text)) throw refusal('date_two_ways', { value: text })
  // Before March 1900 spreadsheets disagree about the day that a number stands for.
  const isKnown = calendarDate.safeParse(text).success && (typeof cell === 'string' || text >= '1900-03-01')
  if (!isKnown) throw refusal('date_unreadable', { value: quoted(text) })
  return text
}

/** As `calendarDateCell`, null for an empty cell. */
export function optionalDateCell(cell: SheetCell): CalendarDate | null {
  return cell === '' ? null : calendarDateCell(cell)
}

/**
 * The amount in a cell, exactly. Throws DomainError `fund.amount_…` as `parseAmount` does, `sheets.number_inexact` for
 * a number of the spreadsheet with more than 15 digits, `sheets.amount_is_date`, `sheets.cell_missing`.
 */
export function amountCell(cell: SheetCell, currency: string): Money {
  return parseAmount(amountText(cell), currency)
}

/** As `amountCell`, with a plus or minus sign of the keyboard before the digits. */
export function signedAmountCell(cell: SheetCell, currency: string): Money {
  const text = amountText(cell)
  const digits = text.replace(/^[+-](?=\d)/, '')
  const amount = parseAmount(digits, currency)
  return text.startsWith('-') ? negate(amount) : amount
}

/** The exact decimal in a cell, as text: of a number, its digits; of text, the text. Throws as `amountCell` does. */
export function decimalText(cell: SheetCell): string {
  return amountText(cell)
}

/** A code as codelists write it: capital letters, digits and hyphens. Throws DomainError `sheets.code_unreadable`. */
export function codeCell(cell: SheetCell): string {
  const code = requiredText(cell).toUpperCase()
  if (!/^[A-Z0-9][A-Z0-9_-]{0,39}$/.test(code)) throw refusal('code_unreadable', { value: quoted(code) })
  return code
}

/** A currency that can be paid in. Throws DomainError `fund.currency_unknown` and those of `codeCell`. */
export function currencyCell(cell: SheetCell): string {
  const code = codeCell(cell)
  if ((findCurrency(code)?.minorUnits ?? null) === null) throw new DomainError('fund.currency_unknown')
  return code
}

function amountText(cell: SheetCell): string {
  if (cell === '') throw refusal('cell_missing')
  if (typeof cell === 'string') return cell
  if ('date' in cell) throw refusal('amount_is_date', { value: cell.date })
  if (cell.number.replace(/^-?0*\.?0*|\./g, '').replace(/^(\d*?)0*$/, '$1').length > exactDigits) {
    throw refusal('number_inexact', { value: cell.number })
  }
  return cell.number
}
