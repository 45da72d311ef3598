import type { Trx } from '@concert/db/client'
import { findDecisionsOf } from '@concert/db/decisions'
import { findGroupMeetings } from '@concert/db/group-meetings'
import { type FrozenAgenda, type GroupMeeting, timesCarried } from '@concert/domain/agenda'
import { today } from '@concert/domain/calendar-date'
import type { Context } from '../context.ts'
import { gatherers } from './sections.ts'

/** What a meeting has before it: as it was frozen when it was held, else as it is now. */
export async function stateOfThings(trx: Trx, ctx: Context, meeting: GroupMeeting): Promise<FrozenAgenda> {
  if (meeting.frozen) return meeting.frozen
  const meetings = await findGroupMeetings(trx)
  const before = meetings.find(({ on }) => on < meeting.on)
  const since = before?.heldAt ?? null
  const sections = []
  for (const gather of gatherers) sections.push(await gather(trx, { today: today(ctx.now()), since }))
  const days = meetings.map(({ on }) => on)
  const decisions = (await findDecisionsOf(trx, meeting.on, since?.slice(0, 10) ?? null)).map((decision) => ({
    ...decision,
    carried: timesCarried(decision, days, meeting.on),
  }))
  return { asOf: ctx.now().toISOString(), sections, decisions }
}
