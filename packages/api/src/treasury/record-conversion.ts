import { postEntry } from '@concert/db/journal'
import { bankConversionEntry } from '@concert/domain/journal/treasury-entries'
import type { BankConversion } from '@concert/domain/treasury'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockAccount } from './lock-account.ts'

/** The bank changed money of one account into another currency on another one. */
export function recordConversion(ctx: Context, input: BankConversion): Promise<{ entryNumber: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'treasury.recordConversion', body: input }, async (trx) => {
    const { fromAccountId, given, intoAccountId, got, on, document } = input
    const from = await lockAccount(trx, ctx, { bankAccountId: fromAccountId, amount: given, on }, 'given')
    const into = await lockAccount(trx, ctx, { bankAccountId: intoAccountId, amount: got, on }, 'got')
    const rate = await getRateOn(trx, got.currency, on)
    const entry = bankConversionEntry(from, given, into.bankAccountId, got, on, rate, document)
    const entryNumber = await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { from: from.name, given, into: into.name, got, on, document, entry: entryNumber }
    await recordAudit(trx, ctx, 'bank.converted', { type: 'bank_account', id: fromAccountId }, values)
    return { entryNumber }
  })
}
