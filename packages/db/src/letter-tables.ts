import type { LetterKind, WrittenLetter } from '@concert/domain/letter'
import type { Locale } from '@concert/domain/locales'
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'

export interface LetterTable {
  reference: string
  kind: LetterKind
  language: Locale
  donor_id: string
  pledge_id: string | null
  payment_id: string | null
  period_from: string | null
  period_until: string | null
  template_version: number
  written: JSONColumnType<WrittenLetter>
  sha256: string
  made_by: string | null
  made_by_name: string
  made_at: string
}

export interface LetterTemplateTable {
  kind: LetterKind
  language: Locale
  version: number
  /** Null where the wording that Concert comes with was brought back. */
  title: string | null
  paragraphs: JSONColumnType<string[]> | null
  restored: number | null
  saved_by: string | null
  saved_by_name: string
  saved_at: Generated<string>
}

interface MailboxColumns {
  id: GeneratedAlways<number>
  address: string | null
  saved_by: string | null
  saved_by_name: string
  saved_at: Generated<string>
}

export interface LetterTables {
  letter: LetterTable
  letter_template: LetterTemplateTable
  donor_mailbox: MailboxColumns & { donor_id: string }
  fund_mailbox: MailboxColumns
}
