import type { Trx } from '@concert/db/client'
import { type Donor, getDonor, getDonorName } from '@concert/db/donors'
import { lockJournal } from '@concert/db/journal'
import { DomainError } from '@concert/domain/errors'
import type { Context } from '../context.ts'

/** The donor, with the journal locked, so that it stays what it is. Refuses one that was merged into another. */
export async function requireStandingDonor(trx: Trx, ctx: Context, id: string, field = 'donorId'): Promise<Donor> {
  await lockJournal(trx)
  const donor = await getDonor(trx, id)
  if (donor.mergedInto === null) return donor
  throw new DomainError('donors.merged_away', { name: await getDonorName(trx, donor.mergedInto, ctx.locale) }, field)
}
