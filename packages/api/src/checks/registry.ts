import { activitiesChecks } from '../activities/checks.ts'
import { auditChecks } from '../audit/checks.ts'
import { commitmentChecks } from '../commitments/checks.ts'
import { coordinationChecks } from '../coordination-checks.ts'
import { fundChecks } from '../fund/checks.ts'
import { grantChecks } from '../grants/checks.ts'
import { indicatorChecks } from '../indicators/checks.ts'
import { overlapsChecks } from '../overlaps/checks.ts'
import { reconciliationChecks } from '../reconciliation/checks.ts'
import { referenceChecks } from '../reference-checks.ts'
import { releaseChecks } from '../releases/checks.ts'
import { requestChecks } from '../requests/checks.ts'
import { roundsChecks } from '../rounds/checks.ts'
import type { StandingCheck } from './standing-check.ts'

export const standingChecks: readonly StandingCheck[] = [
  ...activitiesChecks,
  ...auditChecks,
  ...commitmentChecks,
  ...coordinationChecks,
  ...fundChecks,
  ...grantChecks,
  ...overlapsChecks,
  ...indicatorChecks,
  ...reconciliationChecks,
  ...referenceChecks,
  ...requestChecks,
  ...releaseChecks,
  ...roundsChecks,
]
