import { updateDecision } from '@concert/db/grants'
import { isSignatureAsked } from '@concert/db/signatures'
import { compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { GrantDecision } from '@concert/domain/grant-decisions'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { lockGrant, requireCurrency } from './lock-grant.ts'
import { requireNotAhead } from './propose-grant.ts'

/** What UNODC decides upon the board's advice. It may be corrected until the grant is awarded. */
export function decideGrant(ctx: Context, input: GrantDecision): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.decide', body: input }, async (trx) => {
    const grant = await lockGrant(trx, input.grantId)
    const { id, reference, advice, carried } = grant
    const { decision, on, amount, note } = input
    if (advice === null) throw new DomainError('grants.not_advised', { reference })
    if (carried.awarded.amount.amountMinor > 0) throw new DomainError('grants.awarded_already', { reference })
    if (await isSignatureAsked(trx, 'award', { type: 'grant', id, reference })) {
      throw new DomainError('signatures.asked_already', { reference })
    }
    requireNotAhead(ctx, on, 'on')
    if (compareDates(on, advice.on) < 0) throw new DomainError('grants.before_advised', { advisedOn: advice.on }, 'on')
    if (amount !== null) requireCurrency(grant, amount)
    await updateDecision(trx, id, { decision, on, amount, note })
    await recordAudit(trx, ctx, 'grant.decided', { type: 'grant', id }, { reference, decision, on, amount, note })
    return { reference }
  })
}
