import { findDecisionsLeftBehind } from '@concert/db/decisions'
import { findJoinedWithoutMembership } from '@concert/db/outreach'
import { outcomeOf, type StandingCheck } from './checks/standing-check.ts'

export const coordinationChecks: readonly StandingCheck[] = [
  { id: 'coordination.joined_are_members', run: async (trx) => outcomeOf(await findJoinedWithoutMembership(trx)) },
  { id: 'coordination.decisions_are_carried', run: async (trx) => outcomeOf(await findDecisionsLeftBehind(trx)) },
]
