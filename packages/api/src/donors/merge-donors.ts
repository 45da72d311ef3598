import type { Trx } from '@concert/db/client'
import { findMergedIn, insertDonorMerge } from '@concert/db/donor-merges'
import { getDonorName } from '@concert/db/donors'
import type { DonorMerging } from '@concert/domain/donor-merge'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { officerOf } from './officer-of.ts'
import { requireSameAnonymity } from './require-same-anonymity.ts'
import { requireStandingDonor } from './require-standing-donor.ts'

interface Merged {
  mergeId: string
  /** What each is called, in the reader's language. */
  from: string
  into: string
}

/** Two donors turn out to be one: what the first pledged and paid, and its names, are the second's from now on. */
export function mergeDonors(ctx: Context, input: DonorMerging): Promise<Merged> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'donors.merge', body: input }, async (trx) => {
    const { fromId, intoId, reason } = input
    const into = await requireStandingDonor(trx, ctx, intoId, 'intoId')
    const from = await requireStandingDonor(trx, ctx, fromId, 'fromId')
    requireSameAnonymity(from, into, 'fromId')
    await requireNothingMergedIn(trx, ctx, fromId, intoId)
    const names = {
      from: await getDonorName(trx, fromId, ctx.locale),
      into: await getDonorName(trx, intoId, ctx.locale),
    }
    const mergeId = await insertDonorMerge(trx, { fromId, intoId, reason, by: officerOf(ctx) })
    await recordAudit(
      trx,
      ctx,
      'donor.merged',
      { type: 'donor', id: intoId },
      { merge: mergeId, fromId, intoId, reason },
    )
    return { mergeId, ...names }
  })
}

async function requireNothingMergedIn(trx: Trx, ctx: Context, fromId: string, intoId: string): Promise<void> {
  const former = await findMergedIn(trx, fromId, ctx.locale)
  if (former === undefined) return
  const name = await getDonorName(trx, fromId, ctx.locale)
  const other = await getDonorName(trx, intoId, ctx.locale)
  throw new DomainError('donors.merge_chain', { name, former, other }, 'fromId')
}
