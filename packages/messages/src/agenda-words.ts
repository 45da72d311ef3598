import type { AgendaCell } from '@concert/domain/agenda'
import { inLocale, type Locale } from '@concert/domain/locales'
import { formatDate, formatNumber } from './format.ts'

/** A fact of the agenda in the reader's language: the same on the page and in the file. */
export function writeCell(cell: AgendaCell, reader: Locale, say: (key: string) => string): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'date':
      return formatDate(reader, cell.date, 'short')
    case 'count':
      return formatNumber(reader, cell.count)
    case 'names':
      return inLocale(cell.names, reader)
    case 'words':
      return say(cell.key)
    case 'none':
      return '–'
  }
}
