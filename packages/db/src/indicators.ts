import { NotFound } from '@concert/domain/errors'
import type {
  FileObservation,
  Indicator,
  IndicatorDefinition,
  Observation,
  SupersededObservation,
} from '@concert/domain/indicator'
import type { LocalizedText } from '@concert/domain/locales'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { IndicatorObservationTable, IndicatorTable } from './indicator-tables.ts'

/** Every indicator in the order of the paragraphs, with how many observations the one who asks may read. */
export async function findIndicators(db: Db): Promise<(Indicator & { observations: number })[]> {
  const rows = await db.selectFrom('indicator').selectAll().orderBy('position').execute()
  const counts = await db
    .selectFrom('indicator_observation')
    .where('superseded_at', 'is', null)
    .groupBy('indicator_slug')
    .select((eb) => ['indicator_slug', eb.fn.countAll<number>().as('count')])
    .execute()
  const bySlug = new Map(counts.map(({ indicator_slug, count }) => [indicator_slug, count]))
  return rows.map((row) => ({ ...toIndicator(row), observations: bySlug.get(row.slug) ?? 0 }))
}

export async function getIndicator(db: Db, slug: string): Promise<Indicator> {
  const row = await db.selectFrom('indicator').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new NotFound('indicator')
  return toIndicator(row)
}

/** Nobody else adds to an indicator until this transaction ends. */
export async function lockIndicator(db: Db, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`indicator ${slug}`}))`.execute(db)
}

export async function findDefinitions(db: Db, slug: string): Promise<IndicatorDefinition[]> {
  return db
    .selectFrom('indicator_definition')
    .select(['version', 'text', 'source'])
    .where('indicator_slug', '=', slug)
    .orderBy('version')
    .execute()
}

/** Adds the next version of a definition and answers its number. */
export async function insertDefinition(
  db: Db,
  definition: { indicator: string; text: LocalizedText; source: string; by: string | null },
): Promise<number> {
  const { indicator, text, source, by } = definition
  const last = await db
    .selectFrom('indicator_definition')
    .where('indicator_slug', '=', indicator)
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .insertInto('indicator_definition')
    .values({ indicator_slug: indicator, version, text: JSON.stringify(text), source, added_by: by })
    .execute()
  return version
}

/** What stands of an indicator and the one who asks may read, oldest first. */
export async function findObservations(db: Db, slug: string): Promise<Observation[]> {
  const rows = await db
    .selectFrom('indicator_observation')
    .selectAll()
    .where('indicator_slug', '=', slug)
    .where('superseded_at', 'is', null)
    .orderBy('observed_on')
    .orderBy('definition_version')
    .orderBy('place_code')
    .execute()
  return rows.map(toObservation)
}

/** What was corrected, the newest correction first; empty for one outside the group. */
export async function findSupersededObservations(db: Db, slug: string): Promise<SupersededObservation[]> {
  const rows = await db
    .selectFrom('indicator_observation as old')
    .innerJoin('indicator_observation as later', 'later.supersedes', 'old.id')
    .selectAll('old')
    .select('later.reason as later_reason')
    .where('old.indicator_slug', '=', slug)
    .orderBy('old.superseded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    ...toObservation(row),
    supersededAt: row.superseded_at ?? '',
    reason: row.later_reason ?? '',
  }))
}

/** The observation that stands, with its indicator; undefined when it was corrected meanwhile or never was. */
export async function findStandingObservation(
  db: Db,
  id: string,
): Promise<(Observation & { indicator: string }) | undefined> {
  const row = await db
    .selectFrom('indicator_observation')
    .selectAll()
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return row && { ...toObservation(row), indicator: row.indicator_slug }
}

type NewObservation = Omit<FileObservation, 'line' | 'unit'>

export async function insertObservations(
  db: Db,
  indicator: string,
  observations: readonly NewObservation[],
  by: string | null,
): Promise<string[]> {
  const rows = await db
    .insertInto('indicator_observation')
    .values(observations.map((observation) => ({ ...toRow(indicator, observation), added_by: by })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Puts a new observation in the place of one that stands. */
export async function supersedeObservation(
  db: Db,
  old: { id: string; indicator: string },
  observation: NewObservation & { reason: string },
  by: string | null,
): Promise<string> {
  await db
    .updateTable('indicator_observation')
    .set({ superseded_at: sql<string>`now()` })
    .where('id', '=', old.id)
    .execute()
  const row = await db
    .insertInto('indicator_observation')
    .values({
      ...toRow(old.indicator, observation),
      supersedes: old.id,
      reason: observation.reason,
      added_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Shows an unverified observation to everyone. Undefined when there was nothing left to confirm. */
export async function confirmObservation(db: Db, id: string, by: string | null): Promise<string | undefined> {
  const row = await db
    .updateTable('indicator_observation')
    .set({ confirmed_at: sql<string>`now()`, confirmed_by: by })
    .where('id', '=', id)
    .where('basis', '=', 'unverified')
    .where('confirmed_at', 'is', null)
    .returning('indicator_slug')
    .executeTakeFirst()
  return row?.indicator_slug
}

/** Observations after today or impossible in their unit. */
export async function findImpossibleObservations(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('indicator_observation as o')
    .innerJoin('indicator as i', 'i.slug', 'o.indicator_slug')
    .select(['o.indicator_slug', 'o.observed_on'])
    .where(
      sql<boolean>`o.observed_on > ${today} or not case i.unit when 'percent' then o.value <= 100
        when 'share' then o.value <= 1 when 'yes_no' then o.value in (0, 1) else o.value = trunc(o.value) end`,
    )
    .orderBy('o.indicator_slug')
    .execute()
  return rows.map(({ indicator_slug, observed_on }) => `${indicator_slug} ${observed_on}`)
}

function toRow(indicator: string, observation: NewObservation) {
  return {
    indicator_slug: indicator,
    definition_version: observation.definition,
    observed_on: observation.observedOn,
    value: observation.value,
    place_code: observation.place,
    source: observation.source,
    url: observation.url,
    basis: 'sourced' as const,
  }
}

function toIndicator(row: Selectable<IndicatorTable>): Indicator {
  const { slug, instrument_slug: instrument, number, names, unit, counts_victims: countsVictims, basis } = row
  return { slug, instrument, number, names, unit, countsVictims, basis }
}

function toObservation(row: Selectable<IndicatorObservationTable>): Observation {
  return {
    id: row.id,
    observedOn: row.observed_on,
    value: Number(row.value),
    place: row.place_code,
    definition: row.definition_version,
    source: row.source,
    url: row.url,
    unverified: row.basis === 'unverified' && row.confirmed_at === null,
  }
}
