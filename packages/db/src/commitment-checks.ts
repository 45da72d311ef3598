import { sql } from 'kysely'
import type { Db } from './client.ts'

/** Statuses and steps of statuses where the paragraph asks nothing that could carry one: States are never graded. */
export async function findStatusesNotAsked(db: Db): Promise<string[]> {
  const { rows } = await sql<{ found: string }>`
    select s.number || ' ' || s.addressee as found
    from (
      select instrument_slug, number, addressee from commitment_status
      union select instrument_slug, number, addressee from commitment_status_step
    ) s
    join paragraph p using (instrument_slug, number)
    where not s.addressee = any (p.status_addressees)
      or s.addressee not in ('secretary_general', 'unodc', 'icat')
    order by found`.execute(db)
  return rows.map(({ found }) => found)
}

/** Statuses that are not what the last step of their history says. */
export async function findStatusesWithoutStep(db: Db): Promise<string[]> {
  const { rows } = await sql<{ found: string }>`
    select s.number || ' ' || s.addressee as found from commitment_status s
    where s.status is distinct from (
      select h.status from commitment_status_step h
      where (h.instrument_slug, h.number, h.addressee) = (s.instrument_slug, s.number, s.addressee)
      order by h.id desc limit 1)
    order by found`.execute(db)
  return rows.map(({ found }) => found)
}

/** Figures that evidence names, with the paragraph that does. */
export async function findFiguresNamed(db: Db): Promise<{ number: string; figureId: string }[]> {
  const rows = await db
    .selectFrom('commitment_evidence')
    .select(['number', 'figure_id'])
    .where('kind', '=', 'figure')
    .where('removed_at', 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(({ number, figure_id }) => ({ number, figureId: figure_id ?? '' }))
}
