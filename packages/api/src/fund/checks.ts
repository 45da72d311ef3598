import { findWrongCohorts } from '@concert/db/cohorts'
import {
  findJournalOrphans,
  findNumberGaps,
  findUnbalancedEntries,
  findUnevenSchedules,
  findWrongBalances,
  findWrongFundTallies,
} from '@concert/db/journal-checks'
import { findWrongJournalTallies } from '@concert/db/tally-checks'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

export const fundChecks: readonly StandingCheck[] = [
  { id: 'journal.entries_balance', run: async (trx) => outcomeOf(await findUnbalancedEntries(trx)) },
  { id: 'journal.numbers_gapless', run: async (trx) => outcomeOf(await findNumberGaps(trx)) },
  { id: 'journal.balances_equal_lines', run: async (trx) => outcomeOf(await findWrongBalances(trx)) },
  { id: 'journal.no_orphans', run: async (trx) => outcomeOf(await findJournalOrphans(trx)) },
  { id: 'journal.instalments_sum', run: async (trx) => outcomeOf(await findUnevenSchedules(trx)) },
  { id: 'journal.public_totals_equal_journal', run: async (trx) => outcomeOf(await findWrongFundTallies(trx)) },
  { id: 'journal.tallies_equal_lines', run: async (trx) => outcomeOf(await findWrongJournalTallies(trx)) },
  { id: 'journal.cohorts_equal_journal', run: async (trx) => outcomeOf(await findWrongCohorts(trx)) },
]
