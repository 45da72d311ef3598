import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Context } from '@concert/api/context'
import { seedDemoActivities } from '@concert/api/demo/activities'
import { aRandom } from '@concert/api/demo/random'
import { exportIati } from '@concert/api/iati/export-files'
import type { Db } from '@concert/db/client'
import { sql } from '@concert/db/testing/sql'
import { describeMachine, say } from './measure.ts'
import { onOwnDatabase } from './own-database.ts'

const limitMiB = 150
const firstSeed = 71319
const day = '2026-11-24'

/** How much memory grows while a file of very many activities is written. False when it grows too much. */
export function benchExport(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { activities: { type: 'string', default: '100000' } } })
  const size = Number(values.activities)
  return onOwnDatabase(async ({ db }) => {
    say(await describeMachine(db))
    await fill(db, size)
    const context: Context = {
      db,
      actor: { kind: 'anonymous' },
      locale: 'en',
      requestId: randomUUID(),
      now: () => new Date(`${day}T12:00:00Z`),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    }
    return exportOnce(context)
  })
}

async function exportOnce(context: Context): Promise<boolean> {
  const before = process.memoryUsage().rss
  let most = before
  let bytes = 0
  let activities = 0
  const start = performance.now()
  for await (const chunk of exportIati(context, { file: 'activities' })) {
    bytes += Buffer.byteLength(chunk)
    activities += chunk.split('<iati-activity ').length - 1
    most = Math.max(most, process.memoryUsage().rss)
  }
  const seconds = (performance.now() - start) / 1000
  const growth = (most - before) / 2 ** 20
  const isWithin = growth <= limitMiB
  say(
    `IATI file of ${activities} activities, ${(bytes / 2 ** 20).toFixed(0)} MiB in ${seconds.toFixed(1)} s: memory grew by ${growth.toFixed(0)} MiB  ${isWithin ? 'ok' : 'SHORT'} (≤ ${limitMiB} MiB)`,
  )
  return isWithin
}

/** The demonstration's invented activities, all of them public, again and again until there are enough. */
async function fill(db: Db, size: number): Promise<void> {
  for (let seed = firstSeed, total = 0; total < size; seed += 1) {
    await db.transaction().execute((trx) => seedDemoActivities(trx, aRandom(seed), day))
    const { rows } = await sql<{ total: number }>`
      select count(*)::integer as total from activity where audience = 'public'`.execute(db)
    total = rows[0]?.total ?? 0
    process.stderr.write(`${total} public activities\n`)
  }
  await sql`vacuum analyze`.execute(db)
}
