import { NotFound } from '@concert/domain/errors'
import type { Meeting, MeetingDocument } from '@concert/domain/meeting'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { MeetingDocumentTable, MeetingTable } from './reference-tables.ts'

/** Every appraisal, newest first. */
export async function findMeetings(db: Db): Promise<Meeting[]> {
  const rows = await db.selectFrom('meeting').selectAll().orderBy('expected_year', 'desc').orderBy('slug').execute()
  return rows.map(toMeeting)
}

export async function getMeeting(db: Db, slug: string): Promise<Meeting> {
  const row = await db.selectFrom('meeting').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new NotFound('meeting')
  return toMeeting(row)
}

/** The documents of a meeting, in the order in which such documents come. */
export async function findMeetingDocuments(db: Db, meetingId: string): Promise<MeetingDocument[]> {
  const rows = await db
    .selectFrom('meeting_document')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy(sql`array_position(array['modalities', 'draft', 'transmittal', 'outcome', 'press_release'], kind)`)
    .orderBy('symbol')
    .execute()
  return rows.map(toMeetingDocument)
}

/** Shows a document that was unverified to everyone; its symbol, or undefined when there was nothing to confirm. */
export async function confirmMeetingDocument(db: Db, id: string, by: string | null): Promise<string | undefined> {
  const row = await db
    .updateTable('meeting_document')
    .set({ confirmed_at: sql<string>`now()`, confirmed_by: by })
    .where('id', '=', id)
    .where('basis', '=', 'unverified')
    .where('confirmed_at', 'is', null)
    .returning('symbol')
    .executeTakeFirst()
  return row?.symbol
}

export function toMeeting(row: Selectable<MeetingTable>): Meeting {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    expectedYear: row.expected_year,
    session: row.session,
    state: row.state,
    inferred: row.basis === 'inferred',
  }
}

function toMeetingDocument(row: Selectable<MeetingDocumentTable>): MeetingDocument {
  return {
    id: row.id,
    kind: row.kind,
    symbol: row.symbol,
    datedOn: row.dated_on,
    source: row.source,
    unverified: row.basis === 'unverified' && row.confirmed_at === null,
  }
}
