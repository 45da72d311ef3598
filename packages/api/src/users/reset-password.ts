import { getUser } from '@concert/db/users'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { makeLink } from './one-time-link.ts'
import { type SentLink, sendLink } from './send-link.ts'

/** Makes a new one-time link: to choose another password, or once more the invitation when none was ever chosen. */
export async function resetPassword(ctx: Context, input: { userId: string }): Promise<SentLink> {
  const { user, kind, link } = await inTransaction(ctx, async (trx) => {
    const user = await getUser(trx, input.userId)
    if (user.isDemonstration) throw new DomainError('users.demonstration_person')
    if (user.status === 'deactivated') throw new DomainError('users.deactivated')
    const kind = user.status === 'invited' ? ('invite' as const) : ('reset' as const)
    const link = await makeLink(trx, ctx, kind, user.id)
    await recordAudit(trx, ctx, 'user.link_made', { type: 'user', id: user.id }, { kind, expiresAt: link.expiresAt })
    return { user, kind, link }
  })
  return sendLink(ctx, kind, user, link)
}
