import type { MeetingRate } from '@concert/domain/meeting-rate'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** The reference rates of a meeting, by currency. */
export async function findMeetingRates(db: Db, meetingId: string): Promise<MeetingRate[]> {
  const { rows } = await sql<MeetingRate>`
    select currency, trim_scale(units_per_usd)::text as "unitsPerUsd", source
    from meeting_rate where meeting_id = ${meetingId} order by currency`.execute(db)
  return rows
}

/** Who set the rates of a meeting last, and when; undefined where there are none. */
export async function findMeetingRatesRecord(
  db: Db,
  meetingId: string,
): Promise<{ recordedBy: string; recordedAt: string } | undefined> {
  const row = await db
    .selectFrom('meeting_rate')
    .select(['recorded_by_name as recordedBy', 'recorded_at as recordedAt'])
    .where('meeting_id', '=', meetingId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
}

/** Puts a whole set in the place of the one before. */
export async function replaceMeetingRates(
  db: Db,
  meetingId: string,
  rates: readonly MeetingRate[],
  by: { id: string | null; name: string },
): Promise<void> {
  await db.deleteFrom('meeting_rate').where('meeting_id', '=', meetingId).execute()
  if (rates.length === 0) return
  const rows = rates.map(({ currency, unitsPerUsd, source }) => ({
    meeting_id: meetingId,
    currency,
    units_per_usd: unitsPerUsd,
    source,
    recorded_by: by.id,
    recorded_by_name: by.name,
  }))
  await db.insertInto('meeting_rate').values(rows).execute()
}

/** Whether there is such a meeting; its set is locked, so that two never mix. */
export async function lockMeetingRates(db: Db, meetingId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`meeting_rate ${meetingId}`}, 0))`.execute(db)
  return (await db.selectFrom('meeting').select('id').where('id', '=', meetingId).executeTakeFirst()) !== undefined
}
