import { getGrantCall, updateGrantCall } from '@concert/db/grant-calls'
import type { GrantCallChange } from '@concert/domain/grant'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Dates and counts of a call, as they become known. */
export function changeCall(ctx: Context, input: GrantCallChange): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.changeCall', body: input }, async (trx) => {
    const { idempotencyKey: _, callId: id, ...call } = input
    const before = await getGrantCall(trx, id)
    await updateGrantCall(trx, id, call)
    await recordAudit(trx, ctx, 'grant_call.changed', { type: 'grant_call', id }, { before, after: call })
    return { id }
  })
}
