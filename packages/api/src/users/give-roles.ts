import { getUser, replaceRoles } from '@concert/db/users'
import type { Role } from '@concert/domain/actor'
import { checkAgencyForRoles } from '@concert/domain/user'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepAnAdministrator } from './keep-an-administrator.ts'

/** Leaves the person with exactly these roles, from their next request on. */
export function giveRoles(ctx: Context, input: { userId: string; roles: readonly Role[] }): Promise<void> {
  return inTransaction(ctx, async (trx) => {
    const user = await getUser(trx, input.userId)
    checkAgencyForRoles(input.roles, user.agencyId)
    if (!input.roles.includes('administrator')) await keepAnAdministrator(trx, user)
    await replaceRoles(trx, user.id, input.roles)
    const values = { before: user.roles, after: input.roles }
    await recordAudit(trx, ctx, 'user.roles_given', { type: 'user', id: user.id }, values)
  })
}
