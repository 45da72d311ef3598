import type { Trx } from '@concert/db/client'
import { postEntry } from '@concert/db/journal'
import { findPaymentRows } from '@concert/db/payments-list'
import { findAccountHoldings, getAccountGround } from '@concert/db/treasury'
import { addDays, today } from '@concert/domain/calendar-date'
import { fromUsdMinor, toUsdMinor } from '@concert/domain/exchange-rate'
import { giftEntry } from '@concert/domain/journal/payment-entries'
import { bankConversionEntry, interestEntry, supportCostEntry } from '@concert/domain/journal/treasury-entries'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { lockPayment } from '../payments/lock-payment.ts'
import { changeReasons as reasons } from './fund-words.ts'

/** What happens at the bank besides contributions: interest, support cost, a conversion, and a rest that is given. */
export async function seedDemoTreasury(trx: Trx, officer: Context): Promise<void> {
  const day = today(officer.now())
  const booking = bookingOf(officer, null)
  const on = addDays(day, -20)
  const accounts = await findAccountHoldings(trx)
  for (const { id, held, currency } of accounts) {
    const rate = await getRateOn(trx, currency, on)
    const interest = { amountMinor: 1 + Math.floor(held.amountMinor / 400), currency }
    await postEntry(trx, booking, interestEntry(id, interest, on, rate, reasons.interest))
  }
  const dollars = accounts.find(({ currency }) => currency === 'USD')
  const euros = accounts.find(({ currency }) => currency === 'EUR')
  if (!dollars || !euros) throw new RangeError('The demonstration has no accounts in dollars and euros')

  const ground = await getAccountGround(trx, dollars.id)
  const cost = { amountMinor: Math.floor(ground.holds.amount.amountMinor / 50), currency: 'USD' }
  const par = await getRateOn(trx, 'USD', on)
  await postEntry(trx, booking, supportCostEntry(ground, cost, on, par, reasons.supportCost))

  const from = await getAccountGround(trx, euros.id)
  const given = { amountMinor: Math.floor(from.holds.amount.amountMinor / 10), currency: 'EUR' }
  const worth = toUsdMinor(given, await getRateOn(trx, 'EUR', on))
  const got = fromUsdMinor(worth - Math.floor(worth / 200), 'USD', par)
  await postEntry(trx, booking, bankConversionEntry(from, given, dollars.id, got, on, par, reasons.conversion))
  await giveOneRest(trx, officer)
}

/** The donor of one overpayment said that it is a gift. */
async function giveOneRest(trx: Trx, officer: Context): Promise<void> {
  const { rows } = await findPaymentRows(trx, { text: '', unallocated: true, page: 1 }, 'en', 1)
  const [payment] = rows
  if (!payment) return
  const { id: paymentId, unallocated: amount, receivedOn: on } = payment
  const { donorId, unallocated } = await lockPayment(trx, officer, { paymentId, on, amount })
  const gift = giftEntry({ about: { paymentId, donorId }, amount, unallocated, on, reason: reasons.gift })
  await postEntry(trx, bookingOf(officer, null), gift)
}
