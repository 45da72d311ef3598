import { findWrongLines, findWrongMatches } from '@concert/db/reconciliation-checks'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

export const reconciliationChecks: readonly StandingCheck[] = [
  { id: 'reconciliation.matches_stand', run: async (trx) => outcomeOf(await findWrongMatches(trx)) },
  { id: 'reconciliation.lines_agree', run: async (trx) => outcomeOf(await findWrongLines(trx)) },
]
