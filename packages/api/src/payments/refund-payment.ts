import { postEntry } from '@concert/db/journal'
import { getAccountGround } from '@concert/db/treasury'
import { DomainError } from '@concert/domain/errors'
import { refundEntry } from '@concert/domain/journal/payment-entries'
import { requireHeld } from '@concert/domain/journal/treasury-entries'
import type { PaymentRefund } from '@concert/domain/payment'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockPayment } from './lock-payment.ts'

/** What no pledge explains goes back to the donor. */
export function refundPayment(ctx: Context, input: PaymentRefund): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'payments.refund', body: input }, async (trx) => {
    const { id, reference, donorId, unallocated } = await lockPayment(trx, ctx, input)
    const { amount, on, reason, bankAccountId } = input
    const account = await getAccountGround(trx, bankAccountId)
    const { currency } = account.holds.amount
    if (currency !== amount.currency) {
      throw new DomainError('payments.bank_account_currency', { currency }, 'bankAccountId')
    }
    const rate = await getRateOn(trx, currency, on)
    const leftOver = { about: { paymentId: id, donorId }, amount, unallocated, on, reason }
    const entry = refundEntry(leftOver, bankAccountId, rate)
    requireHeld(account, amount, 'amount')
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { reference, amount, on, reason, account: account.name }
    await recordAudit(trx, ctx, 'payment.refunded', { type: 'payment', id }, values)
    return { reference }
  })
}
