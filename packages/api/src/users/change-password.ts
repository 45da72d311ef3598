import { deleteSessions, findPasswordHash, savePasswordHash } from '@concert/db/user-access'
import { updateUser } from '@concert/db/users'
import { DomainError } from '@concert/domain/errors'
import type { PasswordChange } from '@concert/domain/user'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { whoAsks } from './who-asks.ts'

/** Sets another password for the one who asks. Every session ends, this one too. */
export function changePassword(ctx: Context, input: PasswordChange): Promise<void> {
  const { userId } = whoAsks(ctx)
  return inTransaction(ctx, async (trx) => {
    const hash = await findPasswordHash(trx, userId)
    if (!hash || !(await verifyPassword({ hash, password: input.current }))) {
      throw new DomainError('users.password_wrong', {}, 'current')
    }
    const now = ctx.now()
    await savePasswordHash(trx, userId, await hashPassword(input.password), now)
    await updateUser(trx, userId, { passwordSetAt: now }, now)
    await deleteSessions(trx, userId)
    await recordAudit(trx, ctx, 'user.password_set', { type: 'user', id: userId }, { by: 'self' })
  })
}
