import type { CalendarDate } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import type { ConsentRecord, OfferRecord, RequestStage } from '@concert/domain/request'
import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface RequestStep {
  position: number
  stage: RequestStage
  on: CalendarDate
  note: string
  byName: string
  struck: { at: string; reason: string; byName: string } | null
}

export interface RequestOffer {
  id: string
  requestReference: string
  agencyId: string
  what: string
  fromOn: CalendarDate | null
  note: string
  madeAt: string
  withdrawnAt: string | null
  acceptedOn: CalendarDate | null
  /** The activity that carries it out; its reference is null while it is a draft of others. */
  activity: { reference: string | null; status: string | null } | null
}

export interface RequestConsent {
  givenOn: CalendarDate
  how: string
  document: string
  withdrawnOn: CalendarDate | null
}

/** All steps in the order in which they were recorded, those taken back too. */
export async function findSteps(db: Db, requestId: string): Promise<RequestStep[]> {
  const rows = await db
    .selectFrom('request_step')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    position: row.position,
    stage: row.stage,
    on: row.on_day,
    note: row.note,
    byName: row.by_name,
    struck:
      row.struck_at === null
        ? null
        : { at: row.struck_at, reason: row.struck_reason ?? '', byName: row.struck_by_name ?? '' },
  }))
}

/** Records a step and puts the request at its stage. */
export async function insertStep(
  db: Db,
  requestId: string,
  step: Pick<RequestStep, 'stage' | 'on' | 'note' | 'byName'>,
): Promise<void> {
  await db
    .insertInto('request_step')
    .values((eb) => ({
      request_id: requestId,
      position: sql<number>`coalesce(${eb
        .selectFrom('request_step')
        .where('request_id', '=', requestId)
        .select(eb.fn.max('position').as('last'))}, 0) + 1`,
      stage: step.stage,
      on_day: step.on,
      note: step.note,
      by_name: step.byName,
    }))
    .execute()
  await updateStage(db, requestId, step.stage)
}

/** Strikes a step and puts the request back at the stage before it. */
export async function strikeStep(
  db: Db,
  requestId: string,
  strike: { position: number; reason: string; byName: string; backTo: RequestStage },
): Promise<void> {
  await db
    .updateTable('request_step')
    .set({ struck_at: sql<string>`now()`, struck_reason: strike.reason, struck_by_name: strike.byName })
    .where('request_id', '=', requestId)
    .where('position', '=', strike.position)
    .execute()
  await updateStage(db, requestId, strike.backTo)
}

async function updateStage(db: Db, requestId: string, stage: RequestStage): Promise<void> {
  await db.updateTable('assistance_request').set({ stage }).where('id', '=', requestId).execute()
}

/** False when the agency has an offer that stands already. */
export async function insertOffer(
  db: Db,
  offer: Omit<OfferRecord, 'reference' | 'idempotencyKey'> & {
    requestId: string
    agencyId: string
    madeBy: string | null
  },
): Promise<string | undefined> {
  const row = await db
    .insertInto('request_offer')
    .values({
      request_id: offer.requestId,
      agency_id: offer.agencyId,
      what: offer.what,
      from_on: offer.fromOn,
      note: offer.note,
      made_by: offer.madeBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['request_id', 'agency_id']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The offers to a request, in the order in which they were made. */
export async function findOffers(db: Db, requestId: string): Promise<RequestOffer[]> {
  const rows = await offersIn(db).where('request_offer.request_id', '=', requestId).orderBy('made_at').execute()
  return rows.map(toOffer)
}

export async function getOffer(db: Db, id: string): Promise<RequestOffer> {
  const row = await offersIn(db).where('request_offer.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('offer')
  return toOffer(row)
}

export async function updateOfferWithdrawn(db: Db, id: string): Promise<void> {
  await db.updateTable('request_offer').set({ withdrawn_at: sql<string>`now()` }).where('id', '=', id).execute()
}

export async function updateOfferAccepted(
  db: Db,
  id: string,
  accepted: { on: CalendarDate; activityId: string },
): Promise<void> {
  await db
    .updateTable('request_offer')
    .set({ accepted_on: accepted.on, activity_id: accepted.activityId })
    .where('id', '=', id)
    .execute()
}

/** False when a consent stands already. */
export async function insertConsent(
  db: Db,
  requestId: string,
  consent: Omit<ConsentRecord, 'reference'>,
  by: string | null,
): Promise<boolean> {
  const row = await db
    .insertInto('request_consent')
    .values({
      request_id: requestId,
      given_on: consent.givenOn,
      how: consent.how,
      document: consent.document,
      recorded_by: by,
    })
    .onConflict((conflict) => conflict.column('request_id').where('withdrawn_on', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends the consent that stands; false when there is none. */
export async function updateConsentWithdrawn(db: Db, requestId: string, on: CalendarDate): Promise<boolean> {
  const row = await db
    .updateTable('request_consent')
    .set({ withdrawn_on: on })
    .where('request_id', '=', requestId)
    .where('withdrawn_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findConsents(db: Db, requestId: string): Promise<RequestConsent[]> {
  const rows = await db
    .selectFrom('request_consent')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    givenOn: row.given_on,
    how: row.how,
    document: row.document,
    withdrawnOn: row.withdrawn_on,
  }))
}

function offersIn(db: Db) {
  return db
    .selectFrom('request_offer')
    .innerJoin('assistance_request', 'assistance_request.id', 'request_offer.request_id')
    .leftJoin('activity', 'activity.id', 'request_offer.activity_id')
    .select([
      'request_offer.id',
      'assistance_request.reference as request_reference',
      'request_offer.agency_id',
      'request_offer.what',
      'request_offer.from_on',
      'request_offer.note',
      'request_offer.made_at',
      'request_offer.withdrawn_at',
      'request_offer.accepted_on',
      'request_offer.activity_id',
      'activity.reference as activity_reference',
      'activity.status as activity_status',
    ])
}

function toOffer(row: Awaited<ReturnType<ReturnType<typeof offersIn>['executeTakeFirstOrThrow']>>): RequestOffer {
  return {
    id: row.id,
    requestReference: row.request_reference,
    agencyId: row.agency_id,
    what: row.what,
    fromOn: row.from_on,
    note: row.note,
    madeAt: row.made_at,
    withdrawnAt: row.withdrawn_at,
    acceptedOn: row.accepted_on,
    activity: row.activity_id === null ? null : { reference: row.activity_reference, status: row.activity_status },
  }
}
