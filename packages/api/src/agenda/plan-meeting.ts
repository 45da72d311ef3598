import { insertGroupMeeting } from '@concert/db/group-meetings'
import type { MeetingPlan } from '@concert/domain/agenda'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** The next meeting of the working group. Whatever is open comes before it by itself. */
export function planMeeting(ctx: Context, input: MeetingPlan): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agenda.plan', body }, async (trx) => {
    const id = await insertGroupMeeting(trx, body)
    if (id === undefined) throw new DomainError('agenda.day_taken', {}, 'on')
    await recordAudit(trx, ctx, 'group_meeting.planned', { type: 'group_meeting', id }, body)
    return { id }
  })
}
