import { updateSectionNote } from '@concert/db/group-meetings'
import type { SectionNote } from '@concert/domain/agenda'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { openMeeting } from './open-meeting.ts'

/** Minutes of one section. */
export function noteSection(ctx: Context, input: SectionNote): Promise<{ id: string }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'agenda.note', body }, async (trx) => {
    const { id } = await openMeeting(trx, input.meetingId)
    await updateSectionNote(trx, id, input.section, input.note)
    await recordAudit(trx, ctx, 'group_meeting.noted', { type: 'group_meeting', id }, body)
    return { id }
  })
}
