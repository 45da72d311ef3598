import type { AgencyClass } from '@concert/domain/codelists'
import { NotFound } from '@concert/domain/errors'
import type { OutreachEntity, OutreachStage, OutreachStep } from '@concert/domain/outreach'
import type { Db, Trx } from './client.ts'

const entities = (db: Db) =>
  db
    .selectFrom('outreach_entity as entity')
    .leftJoin('agency as owner', 'owner.id', 'entity.next_step_agency_id')
    .leftJoin('agency as joined', 'joined.id', 'entity.agency_id')
    .selectAll('entity')
    .select(['owner.acronym as owner_acronym', 'joined.slug as joined_slug', 'joined.acronym as joined_acronym'])

/** Every entity, in the order of the alphabet. */
export async function findOutreachEntities(db: Db): Promise<OutreachEntity[]> {
  const rows = await entities(db).orderBy('entity.name').execute()
  return withSteps(db, rows)
}

/** Next steps by their day; `total` counts those beyond `limit` too. Without `until` whatever day they are due. */
export async function findNextSteps(
  db: Db,
  { limit, until }: { limit: number; until?: string },
): Promise<{ total: number; entities: OutreachEntity[] }> {
  const due = entities(db)
    .where('entity.next_step', 'is not', null)
    .$if(until !== undefined, (query) => query.where('entity.next_step_due_on', '<=', until ?? null))
  const rows = await due.orderBy('entity.next_step_due_on').orderBy('entity.name').execute()
  return { total: rows.length, entities: await withSteps(db, rows.slice(0, limit)) }
}

export async function getOutreachEntity(trx: Trx, id: string): Promise<OutreachEntity> {
  const locked = await trx
    .selectFrom('outreach_entity')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw new NotFound('outreach_entity')
  const [entity] = await withSteps(trx, await entities(trx).where('entity.id', '=', id).execute())
  if (!entity) throw new NotFound('outreach_entity')
  return entity
}

interface NextStep {
  nextStep: string | null
  nextStepAgencyId: string | null
  nextStepDueOn: string | null
}

export interface NewEntity extends NextStep {
  name: string
  class: AgencyClass
  mailbox: string | null
  /** Identified, unless it comes with a past. */
  stage?: Exclude<OutreachStage, 'joined'>
}

/** Undefined when an entity of this name is there already. */
export async function insertOutreachEntity(trx: Trx, entity: NewEntity): Promise<string | undefined> {
  const row = await trx
    .insertInto('outreach_entity')
    .values({
      name: entity.name,
      class: entity.class,
      mailbox: entity.mailbox,
      stage: entity.stage ?? 'identified',
      next_step: entity.nextStep,
      next_step_agency_id: entity.nextStepAgencyId,
      next_step_due_on: entity.nextStepDueOn,
      agency_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function updateOutreachEntity(
  trx: Trx,
  id: string,
  change: NextStep & { stage: OutreachStage; agencyId: string | null },
): Promise<void> {
  await trx
    .updateTable('outreach_entity')
    .set({
      stage: change.stage,
      agency_id: change.agencyId,
      next_step: change.nextStep,
      next_step_agency_id: change.nextStepAgencyId,
      next_step_due_on: change.nextStepDueOn,
    })
    .where('id', '=', id)
    .execute()
}

export async function insertOutreachStep(trx: Trx, entityId: string, step: OutreachStep): Promise<void> {
  await trx
    .insertInto('outreach_step')
    .values({ entity_id: entityId, stage: step.stage, on: step.on, note: step.note, by_name: step.byName })
    .execute()
}

/** Entities that joined and whose agency has no membership in the group. */
export async function findJoinedWithoutMembership(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('outreach_entity')
    .where('stage', '=', 'joined')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('agency_membership')
            .select('agency_membership.id')
            .whereRef('agency_membership.agency_id', '=', 'outreach_entity.agency_id'),
        ),
      ),
    )
    .orderBy('name')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}

type Row = Awaited<ReturnType<ReturnType<typeof entities>['execute']>>[number]

async function withSteps(db: Db, rows: readonly Row[]): Promise<OutreachEntity[]> {
  if (rows.length === 0) return []
  const steps = await db
    .selectFrom('outreach_step')
    .where(
      'entity_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    class: row.class,
    mailbox: row.mailbox,
    stage: row.stage,
    nextStep: row.next_step,
    nextStepOwner:
      row.next_step_agency_id === null || row.owner_acronym === null
        ? null
        : { id: row.next_step_agency_id, acronym: row.owner_acronym },
    nextStepDueOn: row.next_step_due_on,
    agency:
      row.joined_slug === null || row.joined_acronym === null
        ? null
        : { slug: row.joined_slug, acronym: row.joined_acronym },
    steps: steps
      .filter((step) => step.entity_id === row.id)
      .map((step) => ({ stage: step.stage, on: step.on, note: step.note, byName: step.by_name })),
  }))
}
