import type { AgendaSectionId, FrozenAgenda, GroupMeeting, MeetingPlan } from '@concert/domain/agenda'
import { NotFound } from '@concert/domain/errors'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'

const meetings = (db: Db) =>
  db
    .selectFrom('group_meeting as session')
    .leftJoin('agency as chair', 'chair.id', 'session.chair_agency_id')
    .selectAll('session')
    .select(['chair.slug as chair_slug', 'chair.acronym as chair_acronym'])

type Row = Awaited<ReturnType<ReturnType<typeof meetings>['execute']>>[number]

/** Every meeting of the working group, newest first. */
export async function findGroupMeetings(db: Db): Promise<GroupMeeting[]> {
  const rows = await meetings(db).orderBy('session.on', 'desc').execute()
  return rows.map(toMeeting)
}

export async function getGroupMeeting(db: Db, id: string): Promise<GroupMeeting> {
  const row = await meetings(db).where('session.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('group_meeting')
  return toMeeting(row)
}

/** The meeting, which nobody else changes until the transaction ends. */
export async function lockGroupMeeting(trx: Trx, id: string): Promise<GroupMeeting> {
  await trx.selectFrom('group_meeting').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return getGroupMeeting(trx, id)
}

type Plan = Omit<MeetingPlan, 'idempotencyKey'>

/** Undefined when the working group already meets on that day. */
export async function insertGroupMeeting(trx: Trx, plan: Plan): Promise<string | undefined> {
  const row = await trx
    .insertInto('group_meeting')
    .values({ title: plan.title, on: plan.on, place: plan.place, chair_agency_id: plan.chairAgencyId, held_at: null })
    .onConflict((conflict) => conflict.column('on').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** False when the working group already meets on that day. */
export async function updateGroupMeeting(trx: Trx, id: string, plan: Plan): Promise<boolean> {
  const other = await trx
    .selectFrom('group_meeting')
    .select('id')
    .where('on', '=', plan.on)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other) return false
  await trx
    .updateTable('group_meeting')
    .set({ title: plan.title, on: plan.on, place: plan.place, chair_agency_id: plan.chairAgencyId })
    .where('id', '=', id)
    .execute()
  return true
}

/** Null takes the note away. */
export async function updateSectionNote(
  trx: Trx,
  id: string,
  section: AgendaSectionId,
  note: string | null,
): Promise<void> {
  const notes =
    note === null
      ? sql<string>`notes - ${section}::text`
      : sql<string>`jsonb_set(notes, array[${section}::text], to_jsonb(${note}::text))`
  await trx.updateTable('group_meeting').set({ notes }).where('id', '=', id).execute()
}

export async function freezeGroupMeeting(trx: Trx, id: string, frozen: FrozenAgenda): Promise<void> {
  await trx
    .updateTable('group_meeting')
    .set({ frozen: JSON.stringify(frozen), held_at: frozen.asOf })
    .where('id', '=', id)
    .execute()
}

function toMeeting(row: Row): GroupMeeting {
  return {
    id: row.id,
    title: row.title,
    on: row.on,
    place: row.place,
    chair:
      row.chair_slug === null || row.chair_acronym === null
        ? null
        : { slug: row.chair_slug, acronym: row.chair_acronym },
    notes: row.notes,
    frozen: row.frozen,
    heldAt: row.held_at,
  }
}
