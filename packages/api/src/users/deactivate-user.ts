import { deleteSessions, revokeLinks } from '@concert/db/user-access'
import { getUser, updateUser } from '@concert/db/users'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepAnAdministrator } from './keep-an-administrator.ts'

/** Shuts the person out at once: sessions end, open links stop working, the password opens nothing. */
export function deactivateUser(ctx: Context, input: { userId: string }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const user = await getUser(trx, input.userId)
    if (user.status === 'deactivated') return
    await keepAnAdministrator(trx, user)
    const now = ctx.now()
    await updateUser(trx, user.id, { deactivatedAt: now }, now)
    await revokeLinks(trx, user.id, now)
    const sessionsEnded = await deleteSessions(trx, user.id)
    await recordAudit(trx, ctx, 'user.deactivated', { type: 'user', id: user.id }, { sessionsEnded })
  })
}
