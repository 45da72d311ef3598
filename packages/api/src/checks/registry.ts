import { auditChecks } from '../audit/checks.ts'
import type { StandingCheck } from './standing-check.ts'

export const standingChecks: readonly StandingCheck[] = [...auditChecks]
