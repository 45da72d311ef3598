import { findLostJoins } from '@concert/db/activity-joins'
import { findDeadOpenPairs } from '@concert/db/overlaps'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

export const overlapsChecks: readonly StandingCheck[] = [
  { id: 'overlaps.joined_rest_in_one', run: async (trx) => outcomeOf(await findLostJoins(trx)) },
  { id: 'overlaps.open_pairs_are_live', run: async (trx) => outcomeOf(await findDeadOpenPairs(trx)) },
]
