import type { EvidenceSubject, Note, ParagraphKey, StoredEvidence } from '@concert/domain/evidence'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** What stands as evidence of a paragraph and the one who asks may read, the newest first. */
export async function findEvidence(db: Db, { instrument, number }: ParagraphKey): Promise<StoredEvidence[]> {
  const rows = await db
    .selectFrom('commitment_evidence')
    .leftJoin('activity', 'activity.id', 'commitment_evidence.activity_id')
    .select([
      'commitment_evidence.id',
      'commitment_evidence.kind',
      'commitment_evidence.figure_id',
      'commitment_evidence.symbol',
      'commitment_evidence.title',
      'commitment_evidence.dated_on',
      'commitment_evidence.url',
      'commitment_evidence.note',
      'commitment_evidence.added_at',
      'activity.reference',
      'activity.title as activity_title',
      'activity.audience as audience',
    ])
    .where('commitment_evidence.instrument_slug', '=', instrument)
    .where('commitment_evidence.number', '=', number)
    .where('removed_at', 'is', null)
    .orderBy('added_at', 'desc')
    .orderBy('commitment_evidence.id')
    .execute()
  return rows.map((row) => {
    const { id, note, added_at: addedAt } = row
    if (row.kind === 'activity') {
      const subject = { kind: row.kind, reference: row.reference ?? '', title: row.activity_title ?? [] }
      return { id, note, addedAt, subject: { ...subject, isPublic: row.audience === 'public' } }
    }
    if (row.kind === 'figure') return { id, note, addedAt, subject: { kind: row.kind, figureId: row.figure_id ?? '' } }
    const { symbol, title, dated_on: datedOn, url } = row
    return { id, note, addedAt, subject: { kind: row.kind, symbol: symbol ?? '', title: title ?? '', datedOn, url } }
  })
}

/** By instrument and number, how much evidence the one who asks may read. */
export async function countEvidence(db: Db): Promise<(ParagraphKey & { count: number })[]> {
  return db
    .selectFrom('commitment_evidence')
    .where('removed_at', 'is', null)
    .groupBy(['instrument_slug', 'number'])
    .select((eb) => ['instrument_slug as instrument', 'number', eb.fn.countAll<number>().as('count')])
    .execute()
}

/** The activity that a reference names and the group may know of; undefined for a draft and for nothing. */
export async function findActivityForEvidence(db: Db, reference: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('activity')
    .select('id')
    .where('reference', '=', reference)
    .where('audience', '<>', 'draft')
    .executeTakeFirst()
  return row?.id
}

export interface NewEvidence extends ParagraphKey {
  subject: EvidenceSubject
  activityId: string | null
  note: Note
  by: string | null
}

/** Adds evidence. Undefined when the paragraph has it already. */
export async function insertEvidence(db: Db, evidence: NewEvidence): Promise<string | undefined> {
  const { instrument, number, subject, activityId, note, by } = evidence
  const row = await db
    .insertInto('commitment_evidence')
    .values({
      instrument_slug: instrument,
      number,
      kind: subject.kind,
      activity_id: activityId,
      figure_id: subject.kind === 'figure' ? subject.figureId : null,
      ...(subject.kind === 'report' && {
        symbol: subject.symbol,
        title: subject.title,
        dated_on: subject.datedOn,
        url: subject.url,
      }),
      note: JSON.stringify(note),
      added_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Takes evidence away; the row stays with who and when. Undefined when it does not stand. */
export async function removeEvidence(db: Db, id: string, by: string | null): Promise<ParagraphKey | undefined> {
  return db
    .updateTable('commitment_evidence')
    .set({ removed_at: sql<string>`now()`, removed_by: by })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning(['instrument_slug as instrument', 'number'])
    .executeTakeFirst()
}
