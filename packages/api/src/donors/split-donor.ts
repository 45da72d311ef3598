import type { Trx } from '@concert/db/client'
import { countOwned, findPairsAcross, insertDonorSplit } from '@concert/db/donor-merges'
import { type Donor, getDonorName, insertDonor } from '@concert/db/donors'
import { type DonorSplitting, pairsInWords } from '@concert/domain/donor-merge'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { officerOf } from './officer-of.ts'
import { requireSameAnonymity } from './require-same-anonymity.ts'
import { requireStandingDonor } from './require-standing-donor.ts'

/** Chosen pledges and payments are another donor's. A payment moves with every pledge that it pays. */
export function splitDonor(ctx: Context, input: DonorSplitting): Promise<{ id: string; name: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'donors.split', body: input }, async (trx) => {
    const { fromId, reason } = input
    const from = await requireStandingDonor(trx, ctx, fromId, 'fromId')
    const pledgeIds = [...new Set(input.pledgeIds)]
    const paymentIds = [...new Set(input.paymentIds)]
    if ((await countOwned(trx, fromId, { pledgeIds, paymentIds })) < pledgeIds.length + paymentIds.length) {
      throw new DomainError('donors.split_not_owned', {}, 'pledgeIds')
    }
    const across = await findPairsAcross(trx, { pledgeIds, paymentIds })
    if (across.length > 0) {
      throw new DomainError('donors.split_across', { pairs: pairsInWords(across), count: across.length }, 'pledgeIds')
    }
    const intoId = await targetOf(trx, ctx, from, input.target)
    const split = await insertDonorSplit(trx, { fromId, intoId, reason, by: officerOf(ctx), pledgeIds, paymentIds })
    const values = { split, fromId, intoId, reason, pledgeIds, paymentIds, target: input.target }
    await recordAudit(trx, ctx, 'donor.split', { type: 'donor', id: fromId }, values)
    return { id: intoId, name: await getDonorName(trx, intoId, ctx.locale) }
  })
}

/** A new donor is as anonymous as the one it comes from. */
async function targetOf(trx: Trx, ctx: Context, from: Donor, target: DonorSplitting['target']): Promise<string> {
  if (target.to === 'existing') {
    const into = await requireStandingDonor(trx, ctx, target.donorId, 'target.donorId')
    requireSameAnonymity(from, into, 'target.donorId')
    return into.id
  }
  const names = [{ ...target.name, role: 'main' as const, since: null }]
  return insertDonor(trx, { kind: target.kind, names, placeCode: from.placeCode, anonymous: from.anonymous })
}
