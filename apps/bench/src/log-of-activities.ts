import { randomUUID } from 'node:crypto'
import type { Context } from '@concert/api/context'
import { seedDemoActivities } from '@concert/api/demo/activities'
import { aRandom } from '@concert/api/demo/random'
import type { Db } from '@concert/db/client'
import { sql } from '@concert/db/testing/sql'

const firstSeed = 71319

/** The day on which the invented log was written. */
export const day = '2026-11-24'

/** The demonstration's invented activities, again and again with other seeds, until there are enough. How many there are. */
export async function fillLog(db: Db, size: number): Promise<number> {
  for (let seed = firstSeed, total = 0; total < size; seed += 1) {
    await db.transaction().execute((trx) => seedDemoActivities(trx, aRandom(seed), day))
    total = await countActivities(db)
    process.stderr.write(`${total} activities\n`)
  }
  await sql`vacuum analyze`.execute(db)
  return countActivities(db)
}

/**
 * As `fillLog`, for what only counts: the first `written` are invented, all others are copies of them, places and
 * agencies too, through the same triggers. How many there are.
 */
export async function copyLog(db: Db, size: number, written = 10_000): Promise<number> {
  const total = await fillLog(db, Math.min(size, written))
  const times = Math.ceil(size / total) - 1
  const { rows } = await sql<{ columns: string }>`
    select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
    where attrelid = 'activity'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('id', 'reference')`.execute(db)
  const columns = sql.raw(rows[0]?.columns ?? '')
  for (let copy = 1; copy <= times; copy += 1) {
    await db.transaction().execute(async (trx) => {
      await sql`
        create temporary table copied on commit drop as
        select gen_random_uuid() as id, id as original from (select id from activity order by reference limit ${total}) a
      `.execute(trx)
      await sql`
        insert into activity (id, ${columns})
        select copied.id, a.* from copied cross join lateral
          (select ${columns} from activity where activity.id = copied.original) a`.execute(trx)
      await sql`
        insert into activity_place (activity_id, place_code, public_place_code, percentage)
        select copied.id, p.place_code, p.public_place_code, p.percentage
        from copied join activity_place p on p.activity_id = copied.original`.execute(trx)
    })
    process.stderr.write(`${total * (copy + 1)} activities\n`)
  }
  await sql`vacuum analyze`.execute(db)
  return countActivities(db)
}

/** A focal point of one agency, through row-level security as in a request. */
export async function aFocalPoint(db: Db): Promise<Context> {
  const { id: agencyId } = await db
    .selectFrom('agency')
    .select('id')
    .where('slug', '=', 'unodc')
    .executeTakeFirstOrThrow()
  return {
    db,
    actor: { kind: 'person', userId: randomUUID(), name: 'Bench', agencyId, roles: ['focal_point'] },
    locale: 'en',
    requestId: randomUUID(),
    now: () => new Date(`${day}T12:00:00Z`),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
}

async function countActivities(db: Db): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::integer as total from activity`.execute(db)
  return rows[0]?.total ?? 0
}
