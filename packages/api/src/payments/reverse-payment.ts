import type { Trx } from '@concert/db/client'
import { type Booking, type EntryHead, getEntryLines, postEntry } from '@concert/db/journal'
import { findStandingEntriesOfPayment, updateAllocationUndoneBy, updatePaymentReversed } from '@concert/db/reversals'
import { type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { mirrorEntry } from '@concert/domain/journal/entry'
import { takeBackRevaluation } from '../periods/take-back-revaluation.ts'

/**
 * A payment that never was, such as one that bounced. What was done with it is undone first, newest first: its
 * allocations and what was taken as a gift. Money that went back to the donor left the bank, so that is reversed by hand.
 */
export async function reversePayment(
  trx: Trx,
  booking: Booking,
  receipt: EntryHead,
  on: CalendarDate,
  reason: string,
): Promise<number> {
  const paymentId = receipt.lines.find(({ account }) => account === 'unallocated')?.about.paymentId
  if (paymentId === undefined) throw new RangeError(`Entry ${receipt.number} receives no payment`)
  const standing = await findStandingEntriesOfPayment(trx, paymentId)
  const refund = standing.find(({ kind }) => kind === 'payment_refunded')
  if (refund) throw new DomainError('journal.refunded_already', { number: refund.number })
  const later = standing.find(({ valueDate }) => compareDates(on, valueDate) < 0)
  if (later) throw new DomainError('journal.used_later', { number: later.number, date: later.valueDate }, 'on')
  for (const { number, kind } of standing) {
    const original = await getEntryLines(trx, number)
    if (kind === 'payment_allocated') {
      const undone = await postEntry(trx, booking, mirrorEntry('allocation_undone', original, on, reason))
      await updateAllocationUndoneBy(trx, number, undone)
    } else if (kind === 'overpayment_given') {
      await postEntry(trx, booking, mirrorEntry('entry_reversed', original, on, reason))
    }
  }
  await takeBackRevaluation(trx, booking, receipt.lines, on, reason)
  const number = await postEntry(trx, booking, mirrorEntry('entry_reversed', receipt, on, reason))
  await updatePaymentReversed(trx, paymentId, number)
  return number
}
