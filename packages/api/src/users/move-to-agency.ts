import { getUser, updateUser } from '@concert/db/users'
import { checkAgencyForRoles } from '@concert/domain/user'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** A person belongs to one agency at a time; what they wrote for the former one stays there. */
export function moveToAgency(ctx: Context, input: { userId: string; agencyId: string | null }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const user = await getUser(trx, input.userId)
    checkAgencyForRoles(user.roles, input.agencyId)
    await updateUser(trx, user.id, { agencyId: input.agencyId }, ctx.now())
    const values = { before: user.agencyId, after: input.agencyId }
    await recordAudit(trx, ctx, 'user.moved', { type: 'user', id: user.id }, values)
  })
}
