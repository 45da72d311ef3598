import { findUncoveredDays } from '@concert/db/fund-reserve'
import { findOverpaidGrants, findUnevenGrantPlans, findWrongGrantBalances } from '@concert/db/grant-checks'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'
import { findStalePublication } from './publish-grants.ts'

export const grantChecks: readonly StandingCheck[] = [
  { id: 'grants.awards_covered', run: async (trx) => outcomeOf(await findUncoveredDays(trx)) },
  { id: 'grants.balances_equal_lines', run: async (trx) => outcomeOf(await findWrongGrantBalances(trx)) },
  { id: 'grants.disbursed_within_award', run: async (trx) => outcomeOf(await findOverpaidGrants(trx)) },
  { id: 'grants.instalments_sum', run: async (trx) => outcomeOf(await findUnevenGrantPlans(trx)) },
  { id: 'grants.publication_is_current', run: async (trx) => outcomeOf(await findStalePublication(trx)) },
]
