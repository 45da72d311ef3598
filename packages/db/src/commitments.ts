import type {
  Commitment,
  Instrument,
  Resolution,
  StatusAddressee,
  StatusChange,
  StatusStep,
} from '@concert/domain/commitment'
import type { ParagraphKey } from '@concert/domain/evidence'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import { countEvidence } from './evidence.ts'
import type { ParagraphTable } from './reference-tables.ts'

/** The instrument whose paragraph numbers activities carry. */
export const answeredInstrument = 'declaration-2017'

/** Every paragraph with its statuses and the number of public activities that answer it, in the declaration's order. */
export async function findCommitments(db: Db): Promise<Commitment[]> {
  const paragraphs = await db
    .selectFrom('paragraph')
    .selectAll()
    .orderBy('instrument_slug')
    .orderBy('position')
    .execute()
  const statuses = await db.selectFrom('commitment_status').selectAll().execute()
  const answers = await countPublicActivitiesByParagraph(db)
  const evidence = await countEvidence(db)
  return paragraphs.map((row) => ({
    ...toParagraph(row),
    statuses: row.status_addressees.map((addressee: StatusAddressee) => {
      const kept = statuses.find(
        (each) =>
          each.instrument_slug === row.instrument_slug && each.number === row.number && each.addressee === addressee,
      )
      return { addressee, status: kept?.status ?? ('no_update_recorded' as const), since: kept?.changed_at ?? null }
    }),
    activities: row.instrument_slug === answeredInstrument ? (answers.get(row.number) ?? 0) : 0,
    evidence:
      evidence.find((each) => each.instrument === row.instrument_slug && each.number === row.number)?.count ?? 0,
  }))
}

export async function findInstruments(db: Db): Promise<Instrument[]> {
  const rows = await db.selectFrom('instrument').selectAll().orderBy('adopted_on').execute()
  return rows.map((row) => ({
    slug: row.slug,
    symbol: row.symbol,
    title: row.title,
    adoptedOn: row.adopted_on,
    meetingSlug: row.meeting_slug,
  }))
}

export async function findResolutions(db: Db): Promise<Resolution[]> {
  const rows = await db.selectFrom('resolution').selectAll().orderBy('year').orderBy('symbol').execute()
  return rows.map((row) => ({
    symbol: row.symbol,
    title: row.title,
    year: row.year,
    adoptedOn: row.adopted_on,
    source: row.source,
    unverified: row.basis === 'unverified' && row.confirmed_at === null,
  }))
}

/** Shows a resolution that was unverified to everyone. False when there was nothing left to confirm. */
export async function confirmResolution(db: Db, symbol: string, by: string | null): Promise<boolean> {
  const confirmed = await db
    .updateTable('resolution')
    .set({ confirmed_at: sql<string>`now()`, confirmed_by: by })
    .where('symbol', '=', symbol)
    .where('basis', '=', 'unverified')
    .where('confirmed_at', 'is', null)
    .returning('symbol')
    .executeTakeFirst()
  return confirmed !== undefined
}

/** Addressees of the paragraph that may carry a status; undefined when there is no such paragraph. */
export async function findStatusAddressees(
  db: Db,
  instrument: string,
  number: string,
): Promise<StatusAddressee[] | undefined> {
  const row = await db
    .selectFrom('paragraph')
    .select('status_addressees')
    .where('instrument_slug', '=', instrument)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.status_addressees
}

export async function upsertCommitmentStatus(db: Db, change: StatusChange, by: string | null): Promise<void> {
  await db
    .insertInto('commitment_status')
    .values({
      instrument_slug: change.instrument,
      number: change.number,
      addressee: change.addressee,
      status: change.status,
      changed_by: by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['instrument_slug', 'number', 'addressee'])
        .doUpdateSet({ status: change.status, changed_at: sql<string>`now()`, changed_by: by }),
    )
    .execute()
}

export async function insertStatusStep(
  db: Db,
  change: StatusChange,
  by: { id: string | null; name: string },
): Promise<void> {
  await db
    .insertInto('commitment_status_step')
    .values({
      instrument_slug: change.instrument,
      number: change.number,
      addressee: change.addressee,
      status: change.status,
      note: JSON.stringify(change.note),
      changed_by: by.id,
      changed_by_name: by.name,
    })
    .execute()
}

/** How the statuses of a paragraph came to be, the newest first; empty for one outside the group. */
export async function findStatusSteps(db: Db, { instrument, number }: ParagraphKey): Promise<StatusStep[]> {
  const rows = await db
    .selectFrom('commitment_status_step')
    .selectAll()
    .where('instrument_slug', '=', instrument)
    .where('number', '=', number)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ addressee, status, note, changed_at, changed_by_name }) => ({
    addressee,
    status,
    note,
    at: changed_at,
    byName: changed_by_name,
  }))
}

async function countPublicActivitiesByParagraph(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('activity_tally')
    .where('scope', '=', 'public')
    .where('dimension', '=', 'paragraph')
    .groupBy('key')
    .select(['key', sql<number>`sum(count)::integer`.as('activities')])
    .execute()
  return new Map(rows.map((row) => [row.key, row.activities]))
}

function toParagraph(row: Selectable<ParagraphTable>): Omit<Commitment, 'statuses' | 'activities' | 'evidence'> {
  return {
    instrument: row.instrument_slug,
    number: row.number,
    gist: row.gist,
    indicator: row.indicator,
    addressees: row.addressees,
    actKinds: row.act_kinds,
    tracking: row.tracking,
    pillars: row.pillars,
    sdgTargets: row.sdg_targets,
  }
}
