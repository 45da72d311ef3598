import {
  findCrowdedChairYears,
  findCrowdedCoordination,
  findOverlappingMemberships,
  findPlacesOutsideTheWorld,
  findRowsWithoutSource,
  findWrongParagraphTallies,
} from '@concert/db/reference-checks'
import { outcomeOf, type StandingCheck } from './checks/standing-check.ts'

export const referenceChecks: readonly StandingCheck[] = [
  { id: 'reference.rows_have_sources', run: async (trx) => outcomeOf(await findRowsWithoutSource(trx)) },
  { id: 'reference.places_lie_in_the_world', run: async (trx) => outcomeOf(await findPlacesOutsideTheWorld(trx)) },
  { id: 'reference.roles_are_held_once', run: async (trx) => outcomeOf(await findOverlappingMemberships(trx)) },
  { id: 'reference.one_coordinator', run: async (trx) => outcomeOf(await findCrowdedCoordination(trx)) },
  {
    id: 'reference.chairs_are_at_most_two',
    severity: 'asks',
    run: async (trx) => outcomeOf(await findCrowdedChairYears(trx)),
  },
  { id: 'reference.answers_equal_the_log', run: async (trx) => outcomeOf(await findWrongParagraphTallies(trx)) },
]
