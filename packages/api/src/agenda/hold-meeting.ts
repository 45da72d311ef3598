import { freezeGroupMeeting } from '@concert/db/group-meetings'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { openMeeting } from './open-meeting.ts'
import { stateOfThings } from './state-of-things.ts'

/** The meeting is over: its agenda keeps the numbers of this moment, whatever changes later. */
export function holdMeeting(ctx: Context, input: { id: string; idempotencyKey: string }): Promise<{ id: string }> {
  const { id, idempotencyKey } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agenda.hold', body: { id } }, async (trx) => {
    const meeting = await openMeeting(trx, id)
    if (meeting.on > today(ctx.now())) throw new DomainError('agenda.not_yet', { on: meeting.on })
    const frozen = await stateOfThings(trx, ctx, meeting)
    await freezeGroupMeeting(trx, id, frozen)
    const counts = Object.fromEntries(frozen.sections.map((section) => [section.id, section.total]))
    await recordAudit(trx, ctx, 'group_meeting.held', { type: 'group_meeting', id }, counts)
    return { id }
  })
}
