import { findStaleReferences, findStrayDerivations, findUnevenPercentages } from '@concert/db/activities-waiting'
import { findWrongTallies } from '@concert/db/activity-tallies'
import { findWrongCoverage } from '@concert/db/coverage'
import { today } from '@concert/domain/calendar-date'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

export const activitiesChecks: readonly StandingCheck[] = [
  {
    id: 'activities.statuses_agree_with_dates',
    severity: 'asks',
    run: async (trx, now) => outcomeOf(await findStaleReferences(trx, today(now))),
  },
  {
    id: 'activities.tallies_equal_the_log',
    run: async (trx) =>
      outcomeOf(
        (await findWrongTallies(trx)).map(
          (one) => `${one.scope} ${one.dimension} ${one.key}: ${one.kept} ≠ ${one.counted}`,
        ),
      ),
  },
  { id: 'activities.coverage_equals_the_log', run: async (trx) => outcomeOf(await findWrongCoverage(trx)) },
  { id: 'activities.no_stray_rows', run: async (trx) => outcomeOf(await findStrayDerivations(trx)) },
  { id: 'activities.percentages_sum_to_100', run: async (trx) => outcomeOf(await findUnevenPercentages(trx)) },
]
