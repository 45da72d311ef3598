import {
  findEntriesInClosedPeriods,
  findInexactReversals,
  findLinesOffTheirRate,
  findMistakablePayments,
  findOverdrawnSubjects,
  findPromisesAgainstMoney,
  findUnsignedEntries,
} from '@concert/db/booking-checks'
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
import { currencies } from '@concert/domain/currencies'
import { maxRateAgeInDays } from '@concert/domain/exchange-rate'
import { lookAlikeDays } from '@concert/domain/payment'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

const decimals = currencies.flatMap(({ code, minorUnits }) =>
  minorUnits === null ? [] : [{ code, decimals: minorUnits }],
)

/** The invariants of the journal that no constraint can hold alone; which is held where: docs/invariants.md. */
export const fundChecks: readonly StandingCheck[] = [
  { id: 'journal.entries_balance', run: async (trx) => outcomeOf(await findUnbalancedEntries(trx)) },
  { id: 'journal.numbers_gapless', run: async (trx) => outcomeOf(await findNumberGaps(trx)) },
  { id: 'journal.balances_equal_lines', run: async (trx) => outcomeOf(await findWrongBalances(trx)) },
  { id: 'journal.no_orphans', run: async (trx) => outcomeOf(await findJournalOrphans(trx)) },
  { id: 'journal.instalments_sum', run: async (trx) => outcomeOf(await findUnevenSchedules(trx)) },
  { id: 'journal.public_totals_equal_journal', run: async (trx) => outcomeOf(await findWrongFundTallies(trx)) },
  { id: 'journal.tallies_equal_lines', run: async (trx) => outcomeOf(await findWrongJournalTallies(trx)) },
  { id: 'journal.cohorts_equal_journal', run: async (trx) => outcomeOf(await findWrongCohorts(trx)) },
  { id: 'journal.reversals_exact', run: async (trx) => outcomeOf(await findInexactReversals(trx)) },
  { id: 'journal.second_officer', run: async (trx) => outcomeOf(await findUnsignedEntries(trx)) },
  { id: 'journal.never_below_zero', run: async (trx) => outcomeOf(await findOverdrawnSubjects(trx)) },
  {
    id: 'journal.payments_told_apart',
    run: async (trx) => outcomeOf(await findMistakablePayments(trx, lookAlikeDays)),
  },
  { id: 'journal.closed_periods_untouched', run: async (trx) => outcomeOf(await findEntriesInClosedPeriods(trx)) },
  { id: 'journal.promises_apart', run: async (trx) => outcomeOf(await findPromisesAgainstMoney(trx)) },
  {
    id: 'journal.rates_frozen',
    run: async (trx) => outcomeOf(await findLinesOffTheirRate(trx, decimals, maxRateAgeInDays)),
  },
]
