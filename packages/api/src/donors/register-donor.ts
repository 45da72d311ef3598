import { insertDonor } from '@concert/db/donors'
import { getPlace } from '@concert/db/places'
import type { DonorRegistration } from '@concert/domain/donor'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

export function registerDonor(ctx: Context, input: DonorRegistration): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'donors.register', body: input }, async (trx) => {
    if (input.placeCode !== null) await getPlace(trx, input.placeCode)
    const id = await insertDonor(trx, input)
    await recordAudit(trx, ctx, 'donor.registered', { type: 'donor', id }, input)
    return { id }
  })
}
