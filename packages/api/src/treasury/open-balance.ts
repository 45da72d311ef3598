import { postEntry } from '@concert/db/journal'
import { findFirstEntryOn } from '@concert/db/treasury'
import { compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { openingEntry } from '@concert/domain/journal/treasury-entries'
import type { OpeningBalance } from '@concert/domain/treasury'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockAccount } from './lock-account.ts'

/** What an account held before anything else is booked on it. */
export function openBalance(ctx: Context, input: OpeningBalance): Promise<{ entryNumber: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'treasury.openBalance', body: input }, async (trx) => {
    const { bankAccountId, name } = await lockAccount(trx, ctx, input)
    const { amount, on, document } = input
    const first = await findFirstEntryOn(trx, bankAccountId)
    if (first !== undefined && compareDates(first, on) <= 0) {
      throw new DomainError('treasury.opened_late', { account: name, date: first }, 'on')
    }
    const rate = await getRateOn(trx, amount.currency, on)
    const entry = openingEntry(bankAccountId, amount, on, rate, document)
    const entryNumber = await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { account: name, amount, on, document, entry: entryNumber }
    await recordAudit(trx, ctx, 'balance.opened', { type: 'bank_account', id: bankAccountId }, values)
    return { entryNumber }
  })
}
