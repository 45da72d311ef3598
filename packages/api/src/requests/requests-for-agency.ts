import type { Trx } from '@concert/db/client'
import { findRequestsAround } from '@concert/db/request-matches'
import { matchRequests } from '@concert/domain/request-matching'

/** Requests that nobody has taken up and that this agency has reasons to offer for, those with most reasons first. */
export async function findRequestsForAgency(trx: Trx, agencyId: string | null) {
  return agencyId === null ? [] : matchRequests(await findRequestsAround(trx, agencyId))
}
