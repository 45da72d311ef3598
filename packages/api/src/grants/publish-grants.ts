import type { Trx } from '@concert/db/client'
import { findPlaceTree } from '@concert/db/places'
import { findPublicGrants, findPublishableGrants, replacePublicGrants } from '@concert/db/public-grants'
import { type PublishedGrant, publicGrants } from '@concert/domain/grant-publication'

/**
 * Writes anew which grants anyone may see one by one; called by every write that changes it, while it holds the journal's
 * lock. What is told of the others changes at numbered releases alone.
 */
export async function publishGrants(trx: Trx): Promise<void> {
  await replacePublicGrants(trx, await worked(trx))
}

/** Grants that anyone sees otherwise than the rule has it now. */
export async function findStalePublication(trx: Trx): Promise<string[]> {
  const due = (await worked(trx)).map(({ granteeId: _, ...row }) => JSON.stringify(Object.entries(row).toSorted()))
  const told = (await findPublicGrants(trx, 'en')).map(({ call: _, grantee: __, ...row }) =>
    JSON.stringify(Object.entries(row).toSorted()),
  )
  return [...due.filter((one) => !told.includes(one)), ...told.filter((one) => !due.includes(one))]
}

async function worked(trx: Trx): Promise<PublishedGrant[]> {
  return publicGrants(await findPublishableGrants(trx), await findPlaceTree(trx))
}
