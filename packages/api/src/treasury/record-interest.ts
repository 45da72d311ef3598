import { postEntry } from '@concert/db/journal'
import { interestEntry } from '@concert/domain/journal/treasury-entries'
import type { InterestRecord } from '@concert/domain/treasury'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockAccount } from './lock-account.ts'

/** Interest that a bank account earned. */
export function recordInterest(ctx: Context, input: InterestRecord): Promise<{ entryNumber: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'treasury.recordInterest', body: input }, async (trx) => {
    const { bankAccountId, name } = await lockAccount(trx, ctx, input)
    const { amount, on, document } = input
    const rate = await getRateOn(trx, amount.currency, on)
    const entry = interestEntry(bankAccountId, amount, on, rate, document)
    const entryNumber = await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { account: name, amount, on, document, entry: entryNumber }
    await recordAudit(trx, ctx, 'interest.recorded', { type: 'bank_account', id: bankAccountId }, values)
    return { entryNumber }
  })
}
