import { sql } from 'kysely'
import type { Db } from './client.ts'

/** Requests of which a standing step lies before the one it follows, or before the day on which it was received. */
export async function findDisorderedSteps(db: Db): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select distinct r.reference from assistance_request r
    join (select request_id, on_day, lag(on_day) over (partition by request_id order by position) as previous
      from request_step where struck_at is null) s on s.request_id = r.id
    where s.on_day < coalesce(s.previous, r.received_on) order by 1`.execute(db)
  return rows.map((row) => row.reference)
}

/** Requests whose stage is not that of their last standing step. */
export async function findStrayStages(db: Db): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select r.reference from assistance_request r
    where r.stage is distinct from (select s.stage from request_step s
      where s.request_id = r.id and s.struck_at is null order by s.position desc limit 1) order by 1`.execute(db)
  return rows.map((row) => row.reference)
}
