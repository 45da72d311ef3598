import { calendarDate } from '@concert/domain/calendar-date'
import { accounts, entryKinds } from '@concert/domain/journal/accounts'
import { z } from 'zod'
import { searched } from '../../books/search-values.ts'

/** The filters of the journal, as they stand in its address. */
export const journalSearch = z.object({
  number: searched(z.int().min(1)),
  kind: searched(z.enum(entryKinds)),
  account: searched(z.enum(accounts)),
  currency: searched(z.string().length(3)),
  from: searched(calendarDate),
  until: searched(calendarDate),
  pledgeId: searched(z.uuid()),
  paymentId: searched(z.uuid()),
  bankAccountId: searched(z.uuid()),
  page: searched(z.int().min(1).max(100_000)),
})
export type JournalSearch = z.output<typeof journalSearch>
