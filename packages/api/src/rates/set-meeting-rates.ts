import { findMeetingRates, lockMeetingRates, replaceMeetingRates } from '@concert/db/meeting-rates'
import { NotFound } from '@concert/domain/errors'
import type { MeetingRateSet } from '@concert/domain/meeting-rate'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Sets what one US dollar is reckoned at throughout a meeting: the whole set takes the place of the one before. */
export function setMeetingRates(ctx: Context, input: MeetingRateSet): Promise<{ currencies: number }> {
  const { meetingId, rates, idempotencyKey } = input
  return once(ctx, { key: idempotencyKey, procedure: 'rates.setForMeeting', body: input }, async (trx) => {
    if (!(await lockMeetingRates(trx, meetingId))) throw new NotFound('meeting')
    const before = await findMeetingRates(trx, meetingId)
    const name = ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name
    await replaceMeetingRates(trx, meetingId, rates, { id: actorUserId(ctx), name })
    await recordAudit(trx, ctx, 'meeting_rates.set', { type: 'meeting', id: meetingId }, { rates, before })
    return { currencies: rates.length }
  })
}
