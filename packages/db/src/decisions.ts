import type { Decision, DecisionRecord, DecisionState } from '@concert/domain/agenda'
import { NotFound } from '@concert/domain/errors'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'

const decisions = (db: Db) =>
  db
    .selectFrom('group_decision as decision')
    .innerJoin('group_meeting as session', 'session.id', 'decision.meeting_id')
    .innerJoin('agency as owner', 'owner.id', 'decision.owner_agency_id')
    .selectAll('decision')
    .select(['session.title', 'session.on', 'owner.slug', 'owner.acronym'])

type Row = Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number]

/**
 * What a meeting has before it: what was decided at it, what was still open when it began, and what was closed since the
 * meeting before (`since`), by the owners' short names.
 */
export async function findDecisionsOf(db: Db, on: string, since: string | null): Promise<Decision[]> {
  const rows = await decisions(db)
    .where('session.on', '<=', on)
    .where((eb) =>
      eb.or([
        eb('decision.state', '=', 'open'),
        eb('session.on', '=', on),
        eb('decision.closed_on', '>=', since ?? '-infinity'),
      ]),
    )
    .orderBy('owner.acronym')
    .orderBy('decision.due_on')
    .orderBy('decision.id')
    .execute()
  return rows.map(toDecision)
}

/** What an agency still owes the group, by its day. */
export async function findOpenDecisions(db: Db, ownerAgencyId: string): Promise<Decision[]> {
  const rows = await decisions(db)
    .where('decision.state', '=', 'open')
    .where('decision.owner_agency_id', '=', ownerAgencyId)
    .orderBy('decision.due_on')
    .orderBy('decision.id')
    .execute()
  return rows.map(toDecision)
}

export async function getDecision(db: Db, id: string): Promise<Decision> {
  const row = await decisions(db).where('decision.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('decision')
  return toDecision(row)
}

export async function insertDecision(trx: Trx, decision: Omit<DecisionRecord, 'idempotencyKey'>): Promise<string> {
  const { id } = await trx
    .insertInto('group_decision')
    .values({
      meeting_id: decision.meetingId,
      text: decision.text,
      owner_agency_id: decision.ownerAgencyId,
      due_on: decision.dueOn,
      closed_on: null,
      closed_note: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when it was closed already. */
export async function closeDecision(
  trx: Trx,
  id: string,
  closing: { state: Exclude<DecisionState, 'open'>; on: string; note: string | null },
): Promise<boolean> {
  const row = await trx
    .updateTable('group_decision')
    .set({ state: closing.state, closed_on: closing.on, closed_note: closing.note })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Decisions that were open at a meeting that was held and are missing from what was frozen of it. */
export async function findDecisionsLeftBehind(db: Db): Promise<string[]> {
  const { rows } = await sql<{ lost: string }>`
    select left(decision.text, 60) || ' ' || held."on" as lost
    from group_meeting held
    join group_meeting taken on taken."on" <= held."on"
    join group_decision decision on decision.meeting_id = taken.id
    where held.held_at is not null and decision.recorded_at <= held.held_at
      and (decision.state = 'open' or decision.closed_on > held.held_at::date)
      and not exists (
        select from jsonb_array_elements(held.frozen -> 'decisions') kept where kept ->> 'id' = decision.id::text)
    order by 1`.execute(db)
  return rows.map(({ lost }) => lost)
}

function toDecision(row: Row): Decision {
  return {
    id: row.id,
    text: row.text,
    owner: { id: row.owner_agency_id, slug: row.slug, acronym: row.acronym },
    dueOn: row.due_on,
    state: row.state,
    closedOn: row.closed_on,
    closedNote: row.closed_note,
    meeting: { id: row.meeting_id, title: row.title, on: row.on },
  }
}
