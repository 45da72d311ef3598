import { getUser, replaceRoles, updateUser } from '@concert/db/users'
import { checkAgencyForRoles, type Standing } from '@concert/domain/user'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepAnAdministrator } from './keep-an-administrator.ts'

/**
 * Leaves the person with exactly these roles at this agency, from their next request on. What they wrote for a former
 * agency stays there.
 */
export function changeStanding(ctx: Context, input: Standing): Promise<void> {
  checkAgencyForRoles(input.roles, input.agencyId)
  return inTransaction(ctx, async (trx) => {
    const user = await getUser(trx, input.userId)
    if (!input.roles.includes('administrator')) await keepAnAdministrator(trx, user)
    await replaceRoles(trx, user.id, input.roles)
    await updateUser(trx, user.id, { agencyId: input.agencyId }, ctx.now())
    const before = { roles: user.roles, agencyId: user.agencyId }
    const after = { roles: input.roles, agencyId: input.agencyId }
    await recordAudit(trx, ctx, 'user.standing_changed', { type: 'user', id: user.id }, { before, after })
  })
}
