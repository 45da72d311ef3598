import { findAgencies } from '@concert/db/agencies'
import { insertDecision } from '@concert/db/decisions'
import type { DecisionRecord } from '@concert/domain/agenda'
import { NotFound } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { openMeeting } from './open-meeting.ts'

/** What the working group decided: who does it, until when. It comes before every next meeting until it is closed. */
export function recordDecision(ctx: Context, input: DecisionRecord): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agenda.decide', body }, async (trx) => {
    await openMeeting(trx, input.meetingId)
    if (!(await findAgencies(trx)).some(({ id }) => id === input.ownerAgencyId)) throw new NotFound('agency')
    const id = await insertDecision(trx, body)
    await recordAudit(trx, ctx, 'decision.recorded', { type: 'decision', id }, body)
    return { id }
  })
}
