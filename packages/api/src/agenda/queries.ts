import { findOpenDecisions } from '@concert/db/decisions'
import { findGroupMeetings, getGroupMeeting } from '@concert/db/group-meetings'
import type { Decision, FrozenAgenda, GroupMeeting } from '@concert/domain/agenda'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { stateOfThings } from './state-of-things.ts'

export interface AgendaPage {
  meetings: Pick<GroupMeeting, 'id' | 'title' | 'on' | 'heldAt'>[]
  /** Null while no meeting was ever planned. */
  chosen: { meeting: Omit<GroupMeeting, 'frozen'>; state: FrozenAgenda } | null
}

/** The agenda of a meeting; without one, of the next that is not held yet, else of the last. */
export function readAgenda(ctx: Context, input: { meeting?: string | undefined }): Promise<AgendaPage> {
  return inTransaction(ctx, async (trx) => {
    const meetings = await findGroupMeetings(trx)
    const meeting =
      input.meeting === undefined
        ? (meetings.findLast(({ heldAt }) => heldAt === null) ?? meetings[0])
        : await getGroupMeeting(trx, input.meeting)
    const listed = meetings.map(({ id, title, on, heldAt }) => ({ id, title, on, heldAt }))
    if (!meeting) return { meetings: listed, chosen: null }
    const { frozen: _, ...shown } = meeting
    return { meetings: listed, chosen: { meeting: shown, state: await stateOfThings(trx, ctx, meeting) } }
  })
}

/** What one's agency still owes the group. */
export function listOurDecisions(ctx: Context): Promise<Decision[]> {
  return inTransaction(ctx, async (trx) => {
    const agencyId = ctx.actor.kind === 'person' ? ctx.actor.agencyId : null
    return agencyId === null ? [] : findOpenDecisions(trx, agencyId)
  })
}
