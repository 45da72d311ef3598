import { postEntry } from '@concert/db/journal'
import { getAccountGround } from '@concert/db/treasury'
import type { GrantRefund } from '@concert/domain/grant-decisions'
import { granteeRefundEntry } from '@concert/domain/journal/grant-entries'
import { subtract } from '@concert/domain/money'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { amountOnAccount } from './amount-on-account.ts'
import { lockAwardedGrant } from './lock-grant.ts'
import { publishGrants } from './publish-grants.ts'

/** The grantee sends money back, at most what it got. */
export function recordRefund(ctx: Context, input: GrantRefund): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.recordRefund', body: input }, async (trx) => {
    const { id, reference, carried } = await lockAwardedGrant(trx, ctx, input)
    const { amount, on, document } = input
    const account = await getAccountGround(trx, input.bankAccountId)
    const came = amountOnAccount(account, amount, input.came, 'came')
    const rate = await getRateOn(trx, came.currency, on)
    const outside = subtract(carried.disbursed.amount, carried.refunded.amount)
    const refund = { about: { grantId: id }, amount, came, on, document }
    const entry = granteeRefundEntry(refund, outside, account.bankAccountId, rate)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    await publishGrants(trx)
    const values = { reference, amount, came, on, document, account: account.name }
    await recordAudit(trx, ctx, 'grant.refunded', { type: 'grant', id }, values)
    return { reference }
  })
}
