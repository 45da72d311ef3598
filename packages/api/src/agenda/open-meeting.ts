import type { Trx } from '@concert/db/client'
import { lockGroupMeeting } from '@concert/db/group-meetings'
import type { GroupMeeting } from '@concert/domain/agenda'
import { DomainError } from '@concert/domain/errors'

/** A meeting that may still be changed. */
export async function openMeeting(trx: Trx, id: string): Promise<GroupMeeting> {
  const meeting = await lockGroupMeeting(trx, id)
  if (meeting.heldAt !== null) throw new DomainError('agenda.held_already')
  return meeting
}
