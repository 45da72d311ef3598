import type { CalendarDate } from '@concert/domain/calendar-date'
import type { EntryKind } from '@concert/domain/journal/accounts'
import type { NewEntry } from '@concert/domain/journal/entry'
import { sql } from 'kysely'
import pg from 'pg'
import type { Db, Trx } from './client.ts'
import { type Booking, postEntry } from './journal.ts'

/** Tables whose constraints say that what was booked is no longer there in full. */
const kept = ['pledge_balance', 'payment_balance', 'grant_balance', 'instalment']

/** Books a reversal; undefined when what it takes back is not there any more in full, since later entries used it. */
export async function postReversal(trx: Trx, booking: Booking, reversal: NewEntry): Promise<number | undefined> {
  await sql`savepoint reversal`.execute(trx)
  try {
    return await postEntry(trx, booking, reversal)
  } catch (error) {
    const isUsed = error instanceof pg.DatabaseError && error.code === '23514' && kept.includes(error.table ?? '')
    if (!isUsed) throw error
    await sql`rollback to savepoint reversal`.execute(trx)
    return undefined
  }
}

/** The entries about a payment that still stand, but for its receipt, the newest first. */
export async function findStandingEntriesOfPayment(
  db: Db,
  paymentId: string,
): Promise<{ number: number; kind: EntryKind; valueDate: CalendarDate }[]> {
  const { rows } = await sql<{ number: number; kind: EntryKind; valueDate: CalendarDate }>`
    select e.number, e.kind, e.value_date as "valueDate" from journal_entry e
    where e.number in (select entry_number from journal_line where payment_id = ${paymentId})
      and e.kind in ('payment_allocated', 'overpayment_given', 'payment_refunded')
      and not exists (select from journal_entry r where r.reverses = e.number)
    order by e.number desc`.execute(db)
  return rows
}

export async function updateAllocationUndoneBy(db: Db, entryNumber: number, undoneBy: number): Promise<void> {
  await db.updateTable('allocation').set({ undone_by: undoneBy }).where('entry_number', '=', entryNumber).execute()
}

export async function updatePaymentReversed(db: Db, id: string, reversedBy: number): Promise<void> {
  await db.updateTable('payment').set({ reversed_by: reversedBy }).where('id', '=', id).execute()
}
