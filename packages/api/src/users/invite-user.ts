import { insertUser, replaceRoles } from '@concert/db/users'
import { DomainError } from '@concert/domain/errors'
import { checkAgencyForRoles, type Invitation } from '@concert/domain/user'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { makeLink } from './one-time-link.ts'
import { type SentLink, sendLink } from './send-link.ts'

/** Makes the person known and the link with which they set their password: shown this once, and sent when mail is set up. */
export async function inviteUser(ctx: Context, invitation: Invitation): Promise<SentLink & { userId: string }> {
  checkAgencyForRoles(invitation.roles, invitation.agencyId)
  const { userId, link } = await inTransaction(ctx, async (trx) => {
    const userId = await insertUser(trx, invitation)
    if (!userId) throw new DomainError('users.email_known', { email: invitation.email }, 'email')
    await replaceRoles(trx, userId, invitation.roles)
    const link = await makeLink(trx, ctx, 'invite', userId)
    await recordAudit(trx, ctx, 'user.invited', { type: 'user', id: userId }, invitation)
    return { userId, link }
  })
  return { userId, ...(await sendLink(ctx, 'invite', invitation, link)) }
}
