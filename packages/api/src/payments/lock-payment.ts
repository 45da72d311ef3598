import type { Trx } from '@concert/db/client'
import { lockJournal } from '@concert/db/journal'
import { getPayment, type Payment } from '@concert/db/payments'
import { type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { Money } from '@concert/domain/money'
import type { Context } from '../context.ts'
import { requireBookable } from '../journal/booking.ts'

/** The payment as it stands, with the journal locked, for something that is done with what no pledge explains. */
export async function lockPayment(
  trx: Trx,
  ctx: Context,
  input: { paymentId: string; on: CalendarDate; amount: Money },
): Promise<Payment> {
  await lockJournal(trx)
  const payment = await getPayment(trx, input.paymentId)
  const { currency } = payment.unallocated.amount
  if (payment.isReversed) throw new DomainError('payments.reversed', { reference: payment.reference })
  if (input.amount.currency !== currency) throw new DomainError('payments.other_currency', { currency }, 'amount')
  if (compareDates(input.on, payment.receivedOn) < 0) {
    throw new DomainError('payments.before_received', { receivedOn: payment.receivedOn }, 'on')
  }
  await requireBookable(trx, ctx, input.on, 'on')
  return payment
}
