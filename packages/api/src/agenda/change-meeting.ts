import { updateGroupMeeting } from '@concert/db/group-meetings'
import type { MeetingChange } from '@concert/domain/agenda'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { openMeeting } from './open-meeting.ts'

/** Another day, place, title or chair of a meeting that was not held yet. */
export function changeMeeting(ctx: Context, input: MeetingChange): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agenda.change', body }, async (trx) => {
    const { id } = await openMeeting(trx, input.id)
    if (!(await updateGroupMeeting(trx, id, body))) throw new DomainError('agenda.day_taken', {}, 'on')
    await recordAudit(trx, ctx, 'group_meeting.changed', { type: 'group_meeting', id }, body)
    return { id }
  })
}
