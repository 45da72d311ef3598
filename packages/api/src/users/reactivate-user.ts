import { getUser, updateUser } from '@concert/db/users'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** Lets a deactivated person in again, with the roles and the password they had. */
export function reactivateUser(ctx: Context, input: { userId: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const user = await getUser(trx, input.userId)
    if (user.status !== 'deactivated') return
    await updateUser(trx, user.id, { deactivatedAt: null }, ctx.now())
    await recordAudit(trx, ctx, 'user.reactivated', { type: 'user', id: user.id }, {})
  })
}
