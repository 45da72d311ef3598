import type { Trx } from '@concert/db/client'
import { insertPools } from '@concert/db/grant-pools'
import { findPeopleToRelease, insertRelease } from '@concert/db/releases'
import { addDays, today } from '@concert/domain/calendar-date'
import { tellRelease } from '@concert/domain/people-release'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { gather, hashOf, prepareRelease } from '../releases/prepare-release.ts'

/** Two invented releases: one of what began in earlier years, half a year ago, and one of everything so far. */
export async function seedDemoReleases(trx: Trx, system: Context): Promise<void> {
  const day = today(system.now())
  const thisYear = Number(day.slice(0, 4))
  const before = (await findPeopleToRelease(trx)).filter(({ year }) => year !== null && year < thisYear)
  const input = await gather(trx, before)
  const content = tellRelease(input, [])
  const first = { number: 1, hash: hashOf(content), input, content, releasedAt: `${addDays(day, -180)}T10:00:00Z` }
  await release(trx, system, first)
  const second = await prepareRelease(trx)
  await release(trx, system, { ...second, releasedAt: `${addDays(day, -7)}T10:00:00Z` })
  await insertPools(trx, second.number, second.pools)
}

async function release(trx: Trx, system: Context, made: Parameters<typeof insertRelease>[1]): Promise<void> {
  await insertRelease(trx, made)
  const { number, hash } = made
  await recordAudit(trx, system, 'people.released', { type: 'people_release', id: String(number) }, { number, hash })
}
