import { findImpossibleObservations } from '@concert/db/indicators'
import { today } from '@concert/domain/calendar-date'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

export const indicatorChecks: readonly StandingCheck[] = [
  {
    id: 'indicators.observations_fit',
    run: async (trx, now) => outcomeOf(await findImpossibleObservations(trx, today(now))),
  },
]
