import { insertDonorName } from '@concert/db/donors'
import type { DonorRenaming } from '@concert/domain/donor'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { requireStandingDonor } from './require-standing-donor.ts'

/** An agency, an embassy, a new or another language's name of the same donor. Earlier names stay. */
export function addName(ctx: Context, input: DonorRenaming): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'donors.addName', body: input }, async (trx) => {
    const { id } = await requireStandingDonor(trx, ctx, input.donorId)
    const isNew = await insertDonorName(trx, id, input.name)
    if (!isNew) throw new DomainError('donors.name_known', { name: input.name.name }, 'name.name')
    await recordAudit(trx, ctx, 'donor.name_added', { type: 'donor', id }, input.name)
    return { id }
  })
}
