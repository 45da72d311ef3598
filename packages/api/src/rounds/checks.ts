import { findIncompleteReports, findMiscountedRounds } from '@concert/db/round-answers'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

export const roundsChecks: readonly StandingCheck[] = [
  {
    id: 'rounds.reports_are_complete',
    run: async (trx) => outcomeOf([...(await findIncompleteReports(trx)), ...(await findMiscountedRounds(trx))]),
  },
]
