import { countAdministrators, lockAdministrators } from '@concert/db/users'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { makeLink, type OneTimeLink } from './one-time-link.ts'

/** The link with which the first administrator sets a password; null once there is one. `ctx` is the system's. */
export function firstAdministratorLink(ctx: Context): Promise<OneTimeLink | null> {
  return inTransaction(ctx, async (trx) => {
    await lockAdministrators(trx)
    if ((await countAdministrators(trx)) > 0) return null
    const link = await makeLink(trx, ctx, 'first_admin', null)
    const values = { kind: 'first_admin', expiresAt: link.expiresAt }
    await recordAudit(trx, ctx, 'user.link_made', { type: 'user', id: 'first-administrator' }, values)
    return link
  })
}
