import { replacePlan } from '@concert/db/grants'
import { postEntry } from '@concert/db/journal'
import { compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { type GrantAward, grantAward } from '@concert/domain/grant-decisions'
import { awardEntry } from '@concert/domain/journal/grant-entries'
import { compare, formatMinor } from '@concert/domain/money'
import type { Context } from '../context.ts'
import { getRateOn, requireBookable } from '../journal/booking.ts'
import { askForSecondSignature } from '../signatures/ask-for-second-signature.ts'
import type { SignedAction } from '../signatures/signed-action.ts'
import { lockGrant, requireCurrency } from './lock-grant.ts'
import { publishGrants } from './publish-grants.ts'
import { requireAwardable } from './require-awardable.ts'

/** The agreement with the grantee makes what was approved a debt of the fund, as far as the fund can cover it. */
export const awarding: SignedAction<GrantAward> = {
  kind: 'award',
  payload: grantAward,
  async book(trx, ctx, booking, { grantId, amount, on, instalments, reason }) {
    const grant = await lockGrant(trx, grantId)
    const { id, reference, decision, approved, carried } = grant
    if (decision === null || approved === null) throw new DomainError('grants.not_approved', { reference })
    if (carried.awarded.amount.amountMinor > 0) throw new DomainError('grants.awarded_already', { reference })
    requireCurrency(grant, amount)
    if (compare(amount, approved) !== 0) {
      const params = { amount: formatMinor(approved), currency: approved.currency }
      throw new DomainError('grants.other_than_approved', params, 'amount')
    }
    if (compareDates(on, decision.on) < 0)
      throw new DomainError('grants.before_decided', { decidedOn: decision.on }, 'on')
    await requireBookable(trx, ctx, on, 'on')
    const entry = awardEntry({ grantId: id }, amount, on, await getRateOn(trx, amount.currency, on), reason)
    await requireAwardable(trx, entry)
    await replacePlan(trx, id, instalments)
    const entryNumber = await postEntry(trx, booking, entry)
    await publishGrants(trx)
    const values = { reference, amount, on, instalments }
    return {
      subject: { type: 'grant', id, reference },
      entryNumber,
      on,
      amount,
      audit: { action: 'grant.awarded', type: 'grant', id, values },
    }
  },
}

export function awardGrant(ctx: Context, input: GrantAward): Promise<{ id: string; reference: string }> {
  const { reason, idempotencyKey } = input
  return askForSecondSignature(ctx, awarding, { procedure: 'grants.award', payload: input, reason, idempotencyKey })
}
