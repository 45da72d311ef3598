import { NotFound } from '@concert/domain/errors'
import type { GrantCallFacts } from '@concert/domain/grant'
import type { GrantCall, GrantCallRow } from '@concert/domain/grant-views'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { GrantCallTable } from './grant-tables.ts'

/** A call that a person typed, with its source. */
export async function insertGrantCall(db: Db, call: GrantCallFacts): Promise<string> {
  const { id } = await db
    .insertInto('grant_call')
    .values({ ...toColumns(call), basis: 'sourced' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when there is no such call. */
export async function updateGrantCall(db: Db, id: string, call: GrantCallFacts): Promise<boolean> {
  const row = await db
    .updateTable('grant_call')
    .set(toColumns(call))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Shows a call that was unverified to everyone; its title, or undefined when there was nothing to confirm. */
export async function confirmGrantCall(db: Db, id: string, by: string | null): Promise<string | undefined> {
  const row = await db
    .updateTable('grant_call')
    .set({ confirmed_at: sql<string>`now()`, confirmed_by: by })
    .where('id', '=', id)
    .where('basis', '=', 'unverified')
    .where('confirmed_at', 'is', null)
    .returning('title')
    .executeTakeFirst()
  return row?.title.en
}

export async function getGrantCall(db: Db, id: string): Promise<GrantCall> {
  const row = await db.selectFrom('grant_call').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('grant_call')
  return toCall(row)
}

/** Whether there is such a call and anyone may see it. */
export async function isCallPublic(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('grant_call')
    .select('id')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('basis', '<>', 'unverified'), eb('confirmed_at', 'is not', null)]))
    .executeTakeFirst()
  return row !== undefined
}

/** The calls that the one who asks may see, the earliest first. */
export async function findGrantCalls(db: Db): Promise<GrantCall[]> {
  const rows = await inOrderOfTime(db).execute()
  return rows.map(toCall)
}

/** Every call with how sure it is and what came of it, the newest first. */
export async function findGrantCallRows(db: Db): Promise<GrantCallRow[]> {
  const rows = await inOrderOfTime(db)
    .select([
      sql<number>`(select count(*) from fund_grant g where g.call_id = grant_call.id)`.as('proposals'),
      sql<number>`(select count(*) from fund_grant g join grant_balance b on b.grant_id = g.id
        where g.call_id = grant_call.id and b.awarded_minor > 0)`.as('awarded'),
    ])
    .execute()
  return rows.toReversed().map((row) => ({
    ...toCall(row),
    basis: row.basis,
    confirmed: row.confirmed_at !== null,
    proposals: row.proposals,
    awarded: row.awarded,
  }))
}

function inOrderOfTime(db: Db) {
  return db
    .selectFrom('grant_call')
    .selectAll()
    .orderBy('year')
    .orderBy(sql`coalesce(opened_on, closed_on, board_advised_on, decided_on)`, (order) => order.asc().nullsFirst())
    .orderBy('created_at')
    .orderBy('id')
}

function toColumns(call: GrantCallFacts) {
  return {
    cycle: call.cycle,
    title: JSON.stringify(call.title),
    year: call.year,
    opened_on: call.openedOn,
    closed_on: call.closedOn,
    theme: call.theme,
    received: call.received,
    eligible: call.eligible,
    shortlisted: call.shortlisted,
    board_advised_on: call.boardAdvisedOn,
    decided_on: call.decidedOn,
    source: call.source,
  }
}

function toCall(row: Selectable<GrantCallTable>): GrantCall {
  return {
    id: row.id,
    cycle: row.cycle,
    title: row.title,
    year: row.year,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    theme: row.theme,
    received: row.received,
    eligible: row.eligible,
    shortlisted: row.shortlisted,
    boardAdvisedOn: row.board_advised_on,
    decidedOn: row.decided_on,
    source: row.source,
  }
}
