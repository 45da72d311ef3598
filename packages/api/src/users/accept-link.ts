import type { Trx } from '@concert/db/client'
import { deleteSessions, lockOpenLink, markLinkUsed, type OpenLink, savePasswordHash } from '@concert/db/user-access'
import {
  countAdministrators,
  getUser,
  insertUser,
  lockAdministrators,
  replaceRoles,
  updateUser,
} from '@concert/db/users'
import type { Actor } from '@concert/domain/actor'
import { DomainError } from '@concert/domain/errors'
import type { LinkAcceptance, LinkKind } from '@concert/domain/user'
import { hashPassword } from 'better-auth/crypto'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { digestOfToken } from './one-time-link.ts'

// The link is what entitles: whoever holds it is not signed in yet.
const linkHolder: Actor = { kind: 'system', name: 'one-time link' }

export interface LinkGreeting {
  kind: LinkKind
  name: string | null
  email: string | null
}

/** Whom a link greets. Refused alike when it never was, has been used, was withdrawn or is too old. */
export function openLink(ctx: Context, input: { token: string }): Promise<LinkGreeting> {
  return inTransaction({ ...ctx, actor: linkHolder }, async (trx) => {
    const link = await getOpenLink(trx, ctx, input.token)
    const user = link.userId === null ? null : await getUser(trx, link.userId)
    return { kind: link.kind, name: user?.name ?? null, email: user?.email ?? null }
  })
}

/** Sets the password that the link's holder chose, once. Sessions that were open end. Answers with the address to sign in with. */
export function acceptLink(ctx: Context, input: LinkAcceptance): Promise<{ email: string }> {
  return inTransaction({ ...ctx, actor: linkHolder }, async (trx) => {
    const now = ctx.now()
    const link = await getOpenLink(trx, ctx, input.token)
    await markLinkUsed(trx, link.id, now)
    const userId = link.userId ?? (await insertFirstAdministrator(trx, input))
    await savePasswordHash(trx, userId, await hashPassword(input.password), now)
    await updateUser(trx, userId, { passwordSetAt: now, emailVerified: true }, now)
    await deleteSessions(trx, userId)
    const user = await getUser(trx, userId)
    const { name, agencyId, roles } = user
    const holder: Context = { ...ctx, actor: { kind: 'person', userId, name, agencyId, roles } }
    await recordAudit(trx, holder, 'user.password_set', { type: 'user', id: userId }, { by: link.kind })
    return { email: user.email }
  })
}

async function getOpenLink(trx: Trx, ctx: Context, token: string): Promise<OpenLink> {
  const link = await lockOpenLink(trx, digestOfToken(token), ctx.now())
  if (!link) throw new DomainError('users.link_worthless')
  if (link.kind === 'first_admin') {
    await lockAdministrators(trx)
    if ((await countAdministrators(trx)) > 0) throw new DomainError('users.link_worthless')
  }
  return link
}

async function insertFirstAdministrator(trx: Trx, input: LinkAcceptance): Promise<string> {
  if (!input.name) throw new DomainError('users.name_needed', {}, 'name')
  if (!input.email) throw new DomainError('users.email_needed', {}, 'email')
  const userId = await insertUser(trx, { name: input.name, email: input.email, agencyId: null, locale: 'en' })
  if (!userId) throw new DomainError('users.email_known', { email: input.email }, 'email')
  await replaceRoles(trx, userId, ['administrator'])
  return userId
}
