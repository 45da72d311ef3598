import type { AssistanceCase } from '@concert/domain/assistance-indicators'
import type { AssistanceRelease } from '@concert/domain/assistance-release'
import type { CalendarDate } from '@concert/domain/calendar-date'
import { sql } from 'kysely'
import type { Db } from './client.ts'

interface Asked {
  from?: CalendarDate
  until?: CalendarDate
  /** Only those that no release is about yet. */
  isUnreleased?: boolean
}

/** Requests received in a period, both days included, as the indicators look at them. */
export async function findAssistanceCases(db: Db, { from, until, isUnreleased }: Asked): Promise<AssistanceCase[]> {
  const { rows } = await sql<AssistanceCase>`
    select r.id, r.place_code as "placeCode", r.received_on as "receivedOn", r.stage,
      p.ldc or p.lldc or p.sids as "isDeveloping",
      exists (select from request_consent c join assistance_request o on o.id = c.request_id
        where o.place_code = r.place_code) as "isNamed",
      (select coalesce(json_agg(json_build_object('stage', s.stage, 'on', s.on_day) order by s.position), '[]')
        from request_step s where s.request_id = r.id and s.struck_at is null) as steps
    from assistance_request r join place p on p.code = r.place_code
    where (${from ?? null}::date is null or r.received_on >= ${from ?? null}::date)
      and (${until ?? null}::date is null or r.received_on <= ${until ?? null}::date)
      and (not ${isUnreleased ?? false}
        or not exists (select from assistance_release_request t where t.request_id = r.id))
    order by r.received_on, r.reference`.execute(db)
  return rows
}

/** Makes a second one who makes a release wait until this transaction ends. */
export async function lockAssistanceReleases(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('assistance_release', 2))`.execute(db)
}

/** What the public was told, the newest first. */
export async function findAssistanceReleases(db: Db): Promise<AssistanceRelease[]> {
  const rows = await db.selectFrom('assistance_release').selectAll().orderBy('number', 'desc').execute()
  return rows.map((row) => ({
    number: row.number,
    untilOn: row.until_on,
    releasedAt: row.released_at,
    told: row.told,
  }))
}

/** A release with the requests that it is about, of which no other may be. */
export async function insertAssistanceRelease(
  db: Db,
  { number, untilOn, releasedAt, told }: AssistanceRelease,
  requestIds: readonly string[],
): Promise<void> {
  await db
    .insertInto('assistance_release')
    .values({ number, until_on: untilOn, released_at: releasedAt, told: JSON.stringify(told) })
    .execute()
  await db
    .insertInto('assistance_release_request')
    .values(requestIds.map((id) => ({ request_id: id, number })))
    .execute()
}

/** Releases that name another number of requests than they are about. */
export async function findWrongAssistanceReleases(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select '#' || r.number as name from assistance_release r
    where (r.told ->> 'received')::integer is distinct from
      (select count(*) from assistance_release_request t where t.number = r.number)
    order by r.number`.execute(db)
  return rows.map(({ name }) => name)
}
