import type { CalendarDate } from '@concert/domain/calendar-date'
import type { DigestFrequency } from '@concert/domain/digest'
import type { Locale } from '@concert/domain/locales'
import type { MailError, MailKind, MailOutcome } from '@concert/domain/outbox'
import type { ColumnType, Generated } from 'kysely'

export interface DigestChoiceTable {
  user_id: string
  frequency: DigestFrequency
  locale: Locale
  last_on: CalendarDate | null
  changed_at: string
}

export interface OutboxMailTable {
  id: Generated<string>
  to_user_id: string
  kind: MailKind
  key: string
  locale: Locale
  created_at: string
  due_at: string
  attempts: Generated<number>
  last_error: MailError | null
  outcome: MailOutcome | null
  closed_at: ColumnType<string | null, undefined, string>
}

export interface OutboxTables {
  digest_choice: DigestChoiceTable
  outbox_mail: OutboxMailTable
}
