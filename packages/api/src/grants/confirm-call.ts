import { confirmGrantCall } from '@concert/db/grant-calls'
import { NotFound } from '@concert/domain/errors'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** A fund manager vouches for a call that no source confirmed; from then on anyone sees it. */
export function confirmCall(ctx: Context, input: { callId: string; idempotencyKey: string }): Promise<{ id: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.confirmCall', body: input }, async (trx) => {
    const { callId: id } = input
    const title = await confirmGrantCall(trx, id, actorUserId(ctx))
    if (title === undefined) throw new NotFound('grant_call')
    await recordAudit(trx, ctx, 'grant_call.confirmed', { type: 'grant_call', id }, { title })
    return { id }
  })
}
