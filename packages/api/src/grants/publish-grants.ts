import type { Trx } from '@concert/db/client'
import { findGrantCalls } from '@concert/db/grant-calls'
import { findPlaceTree } from '@concert/db/places'
import {
  findPublicGrants,
  findPublicPools,
  findPublishableGrants,
  replacePublicGrants,
} from '@concert/db/public-grants'
import { type PublishedGrants, publicGrants } from '@concert/domain/grant-publication'

/**
 * Writes anew what anyone may know of the grants; called by every write that changes it, while it holds the journal's
 * lock. Until there are numbered releases, the public sees each change as it is made.
 */
export async function publishGrants(trx: Trx): Promise<void> {
  await replacePublicGrants(trx, await worked(trx))
}

/** Grants and pools that anyone sees otherwise than the rule has it now. */
export async function findStalePublication(trx: Trx): Promise<string[]> {
  const { rows, pools } = await worked(trx)
  const due = [
    ...rows.map(({ granteeId: _, ...row }) => JSON.stringify(Object.entries(row).toSorted())),
    ...pools.map((pool) => JSON.stringify(Object.entries(pool).toSorted())),
  ]
  const told = [
    ...(await findPublicGrants(trx, 'en')).map(({ call: _, grantee: __, ...row }) =>
      JSON.stringify(Object.entries(row).toSorted()),
    ),
    ...(await findPublicPools(trx, 'en')).map(({ first: _, last: __, ...pool }) =>
      JSON.stringify(Object.entries(pool).toSorted()),
    ),
  ]
  return [...due.filter((one) => !told.includes(one)), ...told.filter((one) => !due.includes(one))]
}

async function worked(trx: Trx): Promise<PublishedGrants> {
  const calls = (await findGrantCalls(trx)).map(({ id }) => id)
  return publicGrants(await findPublishableGrants(trx), calls, await findPlaceTree(trx))
}
