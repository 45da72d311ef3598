import { postEntry } from '@concert/db/journal'
import { getAccountGround } from '@concert/db/treasury'
import type { GrantDisbursement } from '@concert/domain/grant-decisions'
import { disbursementEntry } from '@concert/domain/journal/grant-entries'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { amountOnAccount } from './amount-on-account.ts'
import { lockAwardedGrant } from './lock-grant.ts'
import { publishGrants } from './publish-grants.ts'

/** Money leaves a bank account for the grantee, in the award's currency or for it in the account's. */
export function disburseGrant(ctx: Context, input: GrantDisbursement): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.disburse', body: input }, async (trx) => {
    const { id, reference, carried } = await lockAwardedGrant(trx, ctx, input)
    const { amount, on, document } = input
    const account = await getAccountGround(trx, input.bankAccountId)
    const left = amountOnAccount(account, amount, input.left, 'left')
    const rate = await getRateOn(trx, left.currency, on)
    const disbursement = { about: { grantId: id }, amount, left, on, document }
    const entry = disbursementEntry(disbursement, carried.payable, account, rate)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    await publishGrants(trx)
    const values = { reference, amount, left, on, document, account: account.name }
    await recordAudit(trx, ctx, 'grant.disbursed', { type: 'grant', id }, values)
    return { reference }
  })
}
