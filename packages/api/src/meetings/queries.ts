import { findMeetingDocuments, findMeetings, getMeeting } from '@concert/db/meetings'
import type { Meeting, MeetingDocument } from '@concert/domain/meeting'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export function listMeetings(ctx: Context): Promise<Meeting[]> {
  return inTransaction(ctx, findMeetings)
}

/** One appraisal with the documents that belong to it. */
export function getMeetingPage(
  ctx: Context,
  input: { slug: string },
): Promise<Meeting & { documents: MeetingDocument[] }> {
  return inTransaction(ctx, async (trx) => {
    const meeting = await getMeeting(trx, input.slug)
    return { ...meeting, documents: await findMeetingDocuments(trx, meeting.id) }
  })
}
