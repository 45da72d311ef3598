import { findInstallation } from '@concert/db/prepare'
import { today } from '@concert/domain/calendar-date'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { seedDemoActivities } from './activities.ts'
import { seedDemoCommitments } from './commitments.ts'
import { seedDemoCoordination } from './coordination.ts'
import { seedDemoFund } from './fund.ts'
import { seedDemoChanges } from './fund-changes.ts'
import { seedDemoGrants } from './grants.ts'
import { seedDemoOverlaps } from './overlaps.ts'
import { findDemoPeople, seedDemoPeople } from './people.ts'
import { aRandom } from './random.ts'
import { seedDemoReconciliation } from './reconciliation.ts'
import { seedDemoReleases } from './releases.ts'
import { seedDemoRequests } from './requests.ts'
import { seedDemoRounds } from './rounds.ts'

const seed = 71319

/** Writes the invented people, activities and money of a demonstration: all of it or nothing. */
export async function seedDemonstration(system: Context): Promise<void> {
  await inTransaction(system, async (trx) => {
    await seedDemoPeople(trx)
    await seedDemoActivities(trx, aRandom(seed), today(system.now()))
    await seedDemoFund(trx, system, aRandom(seed))
    await seedDemoChanges(trx, system)
    await seedDemoGrants(trx, system, aRandom(seed))
    await seedDemoReconciliation(trx, system, aRandom(seed))
    await seedDemoRounds(trx, today(system.now()))
    await seedDemoCoordination(trx, system, today(system.now()))
    await seedDemoReleases(trx, system)
    await seedDemoCommitments(trx)
    await seedDemoRequests(trx, today(system.now()))
    await seedDemoOverlaps(trx, system.now())
  })
}

/** False when a start was cut off before the demonstration was written. */
export async function isDemonstrationSeeded({ db }: Context): Promise<boolean> {
  const installation = await findInstallation(db)
  return !installation?.isDemonstration || (await findDemoPeople(db)).length > 0
}
