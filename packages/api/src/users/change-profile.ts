import { updateUser } from '@concert/db/users'
import type { Profile } from '@concert/domain/user'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { whoAsks } from './who-asks.ts'

export function changeProfile(ctx: Context, input: Profile): Promise<void> {
  const { userId } = whoAsks(ctx)
  return inTransaction(ctx, async (trx) => {
    await updateUser(trx, userId, input, ctx.now())
    await recordAudit(trx, ctx, 'user.profile_changed', { type: 'user', id: userId }, input)
  })
}
