import { updateAdvice } from '@concert/db/grants'
import { compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { GrantAdvice } from '@concert/domain/grant-decisions'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { lockGrant } from './lock-grant.ts'
import { requireNotAhead } from './propose-grant.ts'

/** What the board of the fund advises. It may be corrected until UNODC has decided. */
export function recordAdvice(ctx: Context, input: GrantAdvice): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.recordAdvice', body: input }, async (trx) => {
    const { id, reference, proposedOn, decision } = await lockGrant(trx, input.grantId)
    const { advice, on, note } = input
    if (decision !== null) throw new DomainError('grants.decided_already', { on: decision.on })
    requireNotAhead(ctx, on, 'on')
    if (compareDates(on, proposedOn) < 0) throw new DomainError('grants.before_proposed', { proposedOn }, 'on')
    await updateAdvice(trx, id, { advice, on, note })
    await recordAudit(trx, ctx, 'grant.advised', { type: 'grant', id }, { reference, advice, on, note })
    return { reference }
  })
}
