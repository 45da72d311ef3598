import { findReleases } from '@concert/db/releases'
import type { PeopleRelease } from '@concert/domain/people-release'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { prepareRelease, standing } from './prepare-release.ts'

/** Every release, newest first; what a withdrawn one told is told no more. */
export function listReleases(ctx: Context): Promise<PeopleRelease[]> {
  return inTransaction(asVisitor(ctx), async (trx) => (await findReleases(trx)).toReversed())
}

/** The release that stands; null before the first. */
export function readCurrentRelease(ctx: Context): Promise<PeopleRelease | null> {
  return inTransaction(asVisitor(ctx), async (trx) => standing(await findReleases(trx)) ?? null)
}

/** What the next release would tell, beside the one that stands. Exact counts stay in the database. */
export function previewRelease(ctx: Context) {
  return inTransaction(ctx, async (trx) => {
    const { number, hash, content, reasons, grantsWait, current } = await prepareRelease(trx)
    return { number, hash, content, reasons, grantsWait, current: current ?? null, isNew: current?.hash !== hash }
  })
}
