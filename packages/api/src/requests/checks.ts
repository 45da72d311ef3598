import { findWrongAssistanceReleases } from '@concert/db/assistance'
import { findDisorderedSteps, findStrayStages } from '@concert/db/request-checks'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'

export const requestChecks: readonly StandingCheck[] = [
  { id: 'requests.steps_in_order', run: async (trx) => outcomeOf(await findDisorderedSteps(trx)) },
  { id: 'requests.stage_is_last_step', run: async (trx) => outcomeOf(await findStrayStages(trx)) },
  { id: 'requests.releases_add_up', run: async (trx) => outcomeOf(await findWrongAssistanceReleases(trx)) },
]
