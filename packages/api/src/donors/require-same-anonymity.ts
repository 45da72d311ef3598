import type { Donor } from '@concert/db/donors'
import { DomainError } from '@concert/domain/errors'

/** Moving between a named donor and one that is not would publish a name, or take one from the public. */
export function requireSameAnonymity(from: Donor, into: Donor, field: string): void {
  if (from.anonymous === into.anonymous) return
  throw new DomainError(from.anonymous ? 'donors.would_publish' : 'donors.would_hide', {}, field)
}
