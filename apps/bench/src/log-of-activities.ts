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
