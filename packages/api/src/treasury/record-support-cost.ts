import { postEntry } from '@concert/db/journal'
import { supportCostEntry } from '@concert/domain/journal/treasury-entries'
import type { SupportCostRecord } from '@concert/domain/treasury'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { lockAccount } from './lock-account.ts'

/** Programme support cost that was charged to the fund. */
export function recordSupportCost(ctx: Context, input: SupportCostRecord): Promise<{ entryNumber: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'treasury.recordSupportCost', body: input }, async (trx) => {
    const account = await lockAccount(trx, ctx, input)
    const { amount, on, document } = input
    const rate = await getRateOn(trx, amount.currency, on)
    const entry = supportCostEntry(account, amount, on, rate, document)
    const entryNumber = await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { account: account.name, amount, on, document, entry: entryNumber }
    const subject = { type: 'bank_account', id: account.bankAccountId }
    await recordAudit(trx, ctx, 'support_cost.recorded', subject, values)
    return { entryNumber }
  })
}
