import type { Trx } from '@concert/db/client'
import { postEntry } from '@concert/db/journal'
import { findByBankReference, findLookAlike, getBankAccount, insertPayment } from '@concert/db/payments'
import { DomainError } from '@concert/domain/errors'
import { receiptEntry } from '@concert/domain/journal/payment-entries'
import { lookAlikeDays, type PaymentRecord } from '@concert/domain/payment'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { requireStandingDonor } from '../donors/require-standing-donor.ts'
import { bookingOf, getRateOn, requireBookable } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { allocateParts } from './allocate-parts.ts'

/** Money came in: it is booked, and what the officer knows it is for is allocated with it. */
export function recordPayment(ctx: Context, input: PaymentRecord): Promise<{ id: string; reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'payments.record', body: input }, (trx) =>
    bookPayment(trx, ctx, input),
  )
}

/** One payment, within a transaction that may book more of them. */
export async function bookPayment(
  trx: Trx,
  ctx: Context,
  input: PaymentRecord,
): Promise<{ id: string; reference: string }> {
  const { idempotencyKey, allocations, ...payment } = input
  const { donorId, receivedOn, amount, fee, bankAccountId } = payment
  await requireStandingDonor(trx, ctx, donorId)
  const { currency } = await getBankAccount(trx, bankAccountId)
  if (currency !== amount.currency) {
    throw new DomainError('payments.bank_account_currency', { currency }, 'bankAccountId')
  }
  await requireBookable(trx, ctx, receivedOn, 'receivedOn')
  await requireNew(trx, input)

  const rate = await getRateOn(trx, currency, receivedOn)
  const { id, reference } = await insertPayment(trx, payment)
  const about = { paymentId: id, donorId, bankAccountId }
  const booking = bookingOf(ctx, idempotencyKey)
  await postEntry(trx, booking, receiptEntry({ about, amount, fee, receivedOn }, rate))
  await allocateParts(trx, booking, id, allocations, receivedOn)
  await recordAudit(trx, ctx, 'payment.recorded', { type: 'payment', id }, { reference, ...payment, allocations })
  return { id, reference }
}

/** The same money is never booked twice; what only looks the same needs a reason. */
async function requireNew(trx: Trx, payment: PaymentRecord): Promise<void> {
  const { bankAccountId, bankReference, lookAlikeReason } = payment
  if (bankReference !== null) {
    const reference = await findByBankReference(trx, bankAccountId, bankReference)
    if (reference === undefined) return
    throw new DomainError('payments.bank_reference_taken', { reference }, 'bankReference')
  }
  if (lookAlikeReason !== null) return
  const reference = await findLookAlike(trx, payment)
  if (reference === undefined) return
  throw new DomainError('payments.looks_alike', { reference, days: lookAlikeDays }, 'lookAlikeReason')
}
