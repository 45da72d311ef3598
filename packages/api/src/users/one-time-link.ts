import { createHash, randomBytes } from 'node:crypto'
import type { Trx } from '@concert/db/client'
import { insertLink } from '@concert/db/user-access'
import { type LinkKind, linkHours } from '@concert/domain/user'
import type { Context } from '../context.ts'

export interface OneTimeLink {
  /** Path on this server; the token in it is kept nowhere else. */
  path: string
  expiresAt: string
}

/** Makes the link with which a person sets a password. The person's older links stop working. */
export async function makeLink(trx: Trx, ctx: Context, kind: LinkKind, userId: string | null): Promise<OneTimeLink> {
  const token = randomBytes(32).toString('base64url')
  const madeAt = ctx.now()
  const expiresAt = new Date(madeAt.getTime() + linkHours * 60 * 60 * 1000)
  await insertLink(trx, {
    kind,
    tokenDigest: digestOfToken(token),
    userId,
    madeBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    madeAt,
    expiresAt,
  })
  return { path: `/welcome/${token}`, expiresAt: expiresAt.toISOString() }
}

/** Links are looked up by this digest: how long the search takes says nothing about the token. */
export function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
