import { insertGrantee } from '@concert/db/grantees'
import type { GranteeRegistration } from '@concert/domain/grant'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { requirePlace } from './require-place.ts'

/** An organisation that carries aid to victims. No person is named. */
export function registerGrantee(ctx: Context, input: GranteeRegistration): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.registerGrantee', body: input }, async (trx) => {
    const { idempotencyKey: _, ...grantee } = input
    if (grantee.placeCode !== null) await requirePlace(trx, grantee.placeCode)
    const id = await insertGrantee(trx, grantee)
    await recordAudit(trx, ctx, 'grantee.registered', { type: 'grantee', id }, grantee)
    return { id }
  })
}
