import type { PublishedFigure } from '@concert/domain/published-figure'
import { type Selectable, sql } from 'kysely'
import type { Db } from './client.ts'
import type { PublishedFigureTable } from './reference-tables.ts'

/** Published figures as the one who asks may see them: fund managers all with their notes, others the cleared ones. */
export async function findPublishedFigures(db: Db): Promise<PublishedFigure[]> {
  const rows = await db
    .selectFrom('published_figure')
    .leftJoin('published_figure_note', 'published_figure_note.figure_id', 'published_figure.id')
    .selectAll('published_figure')
    .select('published_figure_note.note')
    .orderBy('position')
    .execute()
  return rows.map(toPublishedFigure)
}

/** Shows a row to everyone; its key, or undefined when it was cleared before or is not there. */
export async function clearPublishedFigure(db: Db, id: string, by: string | null): Promise<string | undefined> {
  const row = await db
    .updateTable('published_figure')
    .set({ cleared_at: sql<string>`now()`, cleared_by: by })
    .where('id', '=', id)
    .where('cleared_at', 'is', null)
    .returning('key')
    .executeTakeFirst()
  return row?.key
}

/** Takes a row back from the public; its key, or undefined when it was not cleared. */
export async function unclearPublishedFigure(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .updateTable('published_figure')
    .set({ cleared_at: null, cleared_by: null })
    .where('id', '=', id)
    .where('cleared_at', 'is not', null)
    .returning('key')
    .executeTakeFirst()
  return row?.key
}

function toPublishedFigure(row: Selectable<PublishedFigureTable> & { note: string | null }): PublishedFigure {
  return {
    id: row.id,
    set: row.set_name,
    subject: row.subject,
    placeCode: row.place_code,
    stage: row.stage,
    dateText: row.date_text,
    valueText: row.value_text,
    amount:
      row.amount_minor === null || row.currency === null
        ? null
        : { amountMinor: row.amount_minor, currency: row.currency },
    currency: row.currency,
    quantity: row.quantity,
    unit: row.unit,
    definition: row.definition,
    details: row.details,
    source: row.source,
    basis: row.basis,
    clearedAt: row.cleared_at,
    note: row.note,
  }
}
