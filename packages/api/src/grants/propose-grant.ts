import type { Trx } from '@concert/db/client'
import { isCallPublic } from '@concert/db/grant-calls'
import { granteeExists } from '@concert/db/grantees'
import { insertGrant } from '@concert/db/grants'
import { compareDates, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { GrantProposal } from '@concert/domain/grant'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { requirePlace } from './require-place.ts'

/** An application goes forward to the board. Nothing is booked: it is no debt before the agreement. */
export function proposeGrant(ctx: Context, input: GrantProposal): Promise<{ id: string; reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.propose', body: input }, async (trx) => {
    const { idempotencyKey: _, ...proposal } = input
    await requireKnownCall(trx, proposal.callId)
    await requireGrantee(trx, proposal.granteeId)
    await requirePlace(trx, proposal.placeCode)
    requireNotAhead(ctx, proposal.proposedOn, 'proposedOn')
    const { id, reference } = await insertGrant(trx, proposal)
    await recordAudit(trx, ctx, 'grant.proposed', { type: 'grant', id }, { reference, ...proposal })
    return { id, reference }
  })
}

/** A grant stands publicly under its call, so the call has to be one that anyone sees. */
async function requireKnownCall(trx: Trx, callId: string): Promise<void> {
  if (!(await isCallPublic(trx, callId))) throw new DomainError('grants.call_unconfirmed', {}, 'callId')
}

async function requireGrantee(trx: Trx, granteeId: string): Promise<void> {
  if (!(await granteeExists(trx, granteeId))) throw new DomainError('grants.grantee_unknown', {}, 'granteeId')
}

/** What somebody said or decided lies in the past. */
export function requireNotAhead(ctx: Context, date: string, field: string): void {
  if (compareDates(date, today(ctx.now())) > 0) throw new DomainError('grants.not_yet', { date }, field)
}
