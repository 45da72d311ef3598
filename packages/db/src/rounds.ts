import type { CalendarDate } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import type { AgencyStanding, NewRound, ReportCounts, Round, RoundReport } from '@concert/domain/round'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { ReportingRoundTable, RoundReportTable } from './rounds-tables.ts'

/** The round that is open; undefined between two. */
export async function findOpenRound(db: Db): Promise<Round | undefined> {
  const row = await db.selectFrom('reporting_round').selectAll().where('closed_at', 'is', null).executeTakeFirst()
  return row && toRound(row)
}

/** The round that is open, else the last one that was. */
export async function findCurrentRound(db: Db): Promise<Round | undefined> {
  return (await findOpenRound(db)) ?? (await findRounds(db))[0]
}

/** Every round, the newest first. */
export async function findRounds(db: Db): Promise<Round[]> {
  const rows = await db.selectFrom('reporting_round').selectAll().orderBy('opened_at', 'desc').execute()
  return rows.map(toRound)
}

export async function getRound(db: Db, id: string): Promise<Round> {
  const row = await db.selectFrom('reporting_round').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('round')
  return toRound(row)
}

/** How many reports are cleared, and how many of those expected are not yet. Numbers only, for anyone of the group. */
export async function countReports(db: Db, roundId: string): Promise<ReportCounts> {
  const { rows } = await sql<ReportCounts>`select received, awaited from count_round_reports(${roundId})`.execute(db)
  return rows[0] ?? { received: 0, awaited: 0 }
}

/** Undefined when another round is open. */
export async function insertRound(
  db: Db,
  round: NewRound & { openedAt: Date; openedBy: string | null },
): Promise<Round | undefined> {
  const row = await db
    .insertInto('reporting_round')
    .values({
      from_on: round.fromOn,
      until_on: round.untilOn,
      deadline: round.deadline,
      note: JSON.stringify(round.note),
      opened_at: round.openedAt,
      opened_by: round.openedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && toRound(row)
}

/** Awaits a report of each agency that belongs to the group on that day. */
export async function insertExpectedReports(db: Db, roundId: string, day: CalendarDate): Promise<void> {
  await sql`
    insert into round_report (round_id, agency_id, expected)
    select distinct ${roundId}::uuid, m.agency_id, true from agency_membership m
    where m.role in ('coordinator', 'chair', 'member', 'working_group')
      and (m.basis <> 'unverified' or m.confirmed_at is not null)
      and (m.from_on is null or m.from_on <= ${day}) and (m.until_on is null or m.until_on >= ${day})`.execute(db)
}

export async function updateDeadline(db: Db, roundId: string, deadline: CalendarDate): Promise<void> {
  await db.updateTable('reporting_round').set({ deadline }).where('id', '=', roundId).execute()
}

export async function closeRound(db: Db, roundId: string, at: Date, by: string | null): Promise<void> {
  await db.updateTable('reporting_round').set({ closed_at: at, closed_by: by }).where('id', '=', roundId).execute()
}

/** The report of one agency, kept from others until this transaction ends; undefined before anything was answered. */
export async function findReport(db: Db, roundId: string, agencyId: string): Promise<RoundReport | undefined> {
  const row = await db
    .selectFrom('round_report')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row && toReport(row)
}

/** Keeps others who answer for the agency waiting until this transaction ends. */
export async function lockReport(db: Db, roundId: string, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${roundId} ${agencyId}`}, 2))`.execute(db)
}

/** A report of an agency from which none was expected. */
export async function insertReport(db: Db, roundId: string, agencyId: string): Promise<void> {
  await db.insertInto('round_report').values({ round_id: roundId, agency_id: agencyId, expected: false }).execute()
}

interface ReportChange {
  state: RoundReport['state']
  nothing_to_report?: boolean
  listed?: string[]
  submitted_at?: Date
  submitted_by?: string | null
  cleared_at?: Date | null
  cleared_by?: string | null
}

export async function updateReport(db: Db, roundId: string, agencyId: string, change: ReportChange): Promise<void> {
  await db
    .updateTable('round_report')
    .set(change)
    .where('round_id', '=', roundId)
    .where('agency_id', '=', agencyId)
    .execute()
}

/** Where each agency stands, for the coordinator: row-level security shows everybody else only the own one. */
export async function findStandings(db: Db, roundId: string): Promise<AgencyStanding[]> {
  const rows = await db
    .selectFrom('round_report as r')
    .innerJoin('agency as g', 'g.id', 'r.agency_id')
    .select(['g.id', 'g.slug', 'g.acronym', 'g.names', 'r.state', 'r.expected', 'r.nothing_to_report', 'r.cleared_at'])
    .where('r.round_id', '=', roundId)
    .orderBy('g.acronym')
    .execute()
  return rows.map((row) => ({
    agency: { id: row.id, slug: row.slug, acronym: row.acronym, names: row.names },
    state: row.state,
    expected: row.expected,
    nothingToReport: row.nothing_to_report,
    clearedAt: row.cleared_at,
  }))
}

/** When a report of the agency was last cleared: a date that anyone may know. */
export async function findLastCleared(db: Db, agencyId: string): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`select last_cleared_report(${agencyId}) as at`.execute(db)
  return rows[0]?.at ?? null
}

function toRound(row: Selectable<ReportingRoundTable>): Round {
  return {
    id: row.id,
    fromOn: row.from_on,
    untilOn: row.until_on,
    deadline: row.deadline,
    note: row.note,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}

function toReport(row: Selectable<RoundReportTable>): RoundReport {
  return {
    agencyId: row.agency_id,
    expected: row.expected,
    state: row.state,
    nothingToReport: row.nothing_to_report,
    submittedAt: row.submitted_at,
    clearedAt: row.cleared_at,
  }
}
