import type { CalendarDate } from '@concert/domain/calendar-date'
import type { CoverageDimension } from '@concert/domain/coverage'
import { NotFound } from '@concert/domain/errors'
import { type RequestRecord, type RequestStage, unansweredStages } from '@concert/domain/request'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { AssistanceRequestTable } from './request-tables.ts'

export interface AssistanceRequest {
  id: string
  reference: string
  placeCode: string
  receivedOn: CalendarDate
  channel: RequestRecord['channel']
  language: RequestRecord['language']
  subject: string
  text: string
  pillars: RequestRecord['pillars']
  kinds: RequestRecord['kinds']
  stage: RequestStage
}

export interface RequestFilter {
  stage?: RequestStage
  placeCode?: string
  pillar?: string
  unanswered?: boolean
}

export async function insertRequest(
  db: Db,
  record: Omit<RequestRecord, 'idempotencyKey'>,
  by: string | null,
): Promise<AssistanceRequest> {
  const row = await db
    .insertInto('assistance_request')
    .values({
      place_code: record.placeCode,
      received_on: record.receivedOn,
      channel: record.channel,
      language: record.language,
      subject: record.subject,
      body: record.text,
      pillars: record.pillars,
      kinds: record.kinds,
      guard_reason: record.guardReason,
      created_by: by,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toRequest(row)
}

/** Requests, the newest first. */
export async function findRequests(
  db: Db,
  filter: RequestFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: AssistanceRequest[]; total: number }> {
  const matching = narrowed(db, filter)
  const rows = await matching
    .selectAll()
    .orderBy('received_on', 'desc')
    .orderBy('reference', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(toRequest), total: Number(total) }
}

export async function getRequest(db: Db, reference: string): Promise<AssistanceRequest> {
  const row = await db
    .selectFrom('assistance_request')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!row) throw new NotFound('request')
  return toRequest(row)
}

/** Keeps whoever else moves the request waiting until this transaction ends. */
export async function lockRequest(db: Db, reference: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${reference}, 2))`.execute(db)
}

/** How many requests stand at each stage. */
export async function countRequestsByStage(db: Db): Promise<Partial<Record<RequestStage, number>>> {
  const rows = await db
    .selectFrom('assistance_request')
    .select(['stage', sql<number>`count(*)::integer`.as('requests')])
    .groupBy('stage')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.stage, row.requests]))
}

/** Requests for which nobody was found yet. */
export async function countUnansweredRequests(db: Db): Promise<number> {
  const { total } = await narrowed(db, { unanswered: true })
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Requests for which nobody was found yet, the oldest first. */
export async function findUnansweredRequests(db: Db, { limit }: { limit: number }): Promise<AssistanceRequest[]> {
  const rows = await narrowed(db, { unanswered: true })
    .selectAll()
    .orderBy('received_on')
    .orderBy('reference')
    .limit(limit)
    .execute()
  return rows.map(toRequest)
}

/**
 * Requests for which nobody was found yet, by the places they come from with every region around them, and by what they
 * ask for; one that asks for two things counts at each, and with code null once. Requests name no form of exploitation.
 */
export async function countUnansweredAround(
  db: Db,
  { by, placeCodes }: { by: CoverageDimension; placeCodes: readonly string[] },
): Promise<{ placeCode: string; code: string | null; requests: number }[]> {
  const codes = { pillar: sql`r.pillars`, kind: sql`r.kinds`, form: sql`'{}'::text[]` }[by]
  const { rows } = await sql<{ placeCode: string; code: string | null; requests: number }>`
    select around.place_code as "placeCode", asked.code, count(*)::integer as requests
    from assistance_request r
    cross join lateral place_and_containers(r.place_code) around
    cross join lateral (select null::text union all select unnest(${codes})) asked (code)
    where r.stage = any (${[...unansweredStages]}) and around.place_code = any (${placeCodes})
    group by around.place_code, asked.code`.execute(db)
  return rows
}

/** What the public may know of requests from a place: those whose State agreed to be named. */
export async function findRequestsWithConsent(
  db: Db,
  placeCode: string,
): Promise<Pick<AssistanceRequest, 'reference' | 'receivedOn' | 'stage' | 'pillars'>[]> {
  const { rows } = await sql<
    Pick<Selectable<AssistanceRequestTable>, 'reference' | 'received_on' | 'stage' | 'pillars'>
  >`
    select * from requests_with_consent(${placeCode})`.execute(db)
  return rows.map((row) => ({
    reference: row.reference,
    receivedOn: row.received_on,
    stage: row.stage,
    pillars: row.pillars as AssistanceRequest['pillars'],
  }))
}

function narrowed(db: Db, filter: RequestFilter) {
  let query = db.selectFrom('assistance_request')
  if (filter.stage) query = query.where('stage', '=', filter.stage)
  if (filter.placeCode) query = query.where('place_code', '=', filter.placeCode)
  if (filter.pillar) query = query.where(sql<boolean>`${filter.pillar} = any (pillars)`)
  if (filter.unanswered) query = query.where('stage', 'in', unansweredStages)
  return query
}

function toRequest(row: Selectable<AssistanceRequestTable>): AssistanceRequest {
  return {
    id: row.id,
    reference: row.reference,
    placeCode: row.place_code,
    receivedOn: row.received_on,
    channel: row.channel,
    language: row.language as AssistanceRequest['language'],
    subject: row.subject,
    text: row.body,
    pillars: row.pillars as AssistanceRequest['pillars'],
    kinds: row.kinds as AssistanceRequest['kinds'],
    stage: row.stage,
  }
}
