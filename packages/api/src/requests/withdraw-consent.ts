import { updateConsentWithdrawn } from '@concert/db/request-life'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openRequest } from './open-request.ts'

/** From now on nothing public names the State; that it had agreed stays in the history. */
export function withdrawConsent(ctx: Context, input: { reference: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const { request } = await openRequest(trx, input.reference)
    const wasThere = await updateConsentWithdrawn(trx, request.id, today(ctx.now()))
    if (!wasThere) throw new DomainError('requests.no_consent', {})
    await recordAudit(trx, ctx, 'request.consent_withdrawn', { type: 'request', id: request.id }, input)
  })
}
