import { insertGrantCall } from '@concert/db/grant-calls'
import type { GrantCallOpening } from '@concert/domain/grant'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** A call for proposals, with what is known of it so far. */
export function openCall(ctx: Context, input: GrantCallOpening): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.openCall', body: input }, async (trx) => {
    const { idempotencyKey: _, ...call } = input
    const id = await insertGrantCall(trx, call)
    await recordAudit(trx, ctx, 'grant_call.opened', { type: 'grant_call', id }, call)
    return { id }
  })
}
