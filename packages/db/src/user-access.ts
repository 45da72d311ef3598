import type { LinkKind } from '@concert/domain/user'
import type { ColumnType, Generated } from 'kysely'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'

export interface UserLinkTable {
  id: Generated<string>
  kind: LinkKind
  token_digest: string
  user_id: string | null
  made_by: string | null
  made_at: ColumnType<string, Date, never>
  expires_at: ColumnType<string, Date, never>
  used_at: ColumnType<string | null, undefined, Date>
  revoked_at: ColumnType<string | null, undefined, Date>
}

export interface UserSessionTable {
  id: Generated<string>
  user_id: string
  token: string
  expires_at: ColumnType<string, Date, Date>
  created_at: Generated<string>
}

export interface UserCredentialTable {
  id: Generated<string>
  user_id: string
  provider_id: string
  account_id: string
  password: string | null
  updated_at: ColumnType<string, Date | undefined, Date>
}

export interface UserAccessTables {
  user_link: UserLinkTable
  user_session: UserSessionTable
  user_credential: UserCredentialTable
}

export interface NewLink {
  kind: LinkKind
  tokenDigest: string
  userId: string | null
  madeBy: string | null
  madeAt: Date
  expiresAt: Date
}

export interface OpenLink {
  id: string
  kind: LinkKind
  userId: string | null
}

/** A new link makes the person's older ones worthless; so does a new first-administrator link to its kind. */
export async function insertLink(trx: Trx, link: NewLink): Promise<void> {
  await revokeLinks(trx, link.userId, link.madeAt)
  await trx
    .insertInto('user_link')
    .values({
      kind: link.kind,
      token_digest: link.tokenDigest,
      user_id: link.userId,
      made_by: link.madeBy,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
    })
    .execute()
}

/** Withdraws what was not used yet. */
export async function revokeLinks(trx: Trx, userId: string | null, now: Date): Promise<void> {
  await trx
    .updateTable('user_link')
    .set({ revoked_at: now })
    .where('user_id', 'is not distinct from', userId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** The link behind this digest if it can still be used; the row stays locked, so that only one can use it. */
export async function lockOpenLink(trx: Trx, tokenDigest: string, now: Date): Promise<OpenLink | undefined> {
  const row = await trx
    .selectFrom('user_link')
    .select(['id', 'kind', 'user_id'])
    .where('token_digest', '=', tokenDigest)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`${now}`)
    .forUpdate()
    .executeTakeFirst()
  return row && { id: row.id, kind: row.kind, userId: row.user_id }
}

export async function markLinkUsed(trx: Trx, id: string, now: Date): Promise<void> {
  await trx.updateTable('user_link').set({ used_at: now }).where('id', '=', id).execute()
}

/** Stores the hash under the provider name by which better-auth looks for it. */
export async function savePasswordHash(trx: Trx, userId: string, hash: string, now: Date): Promise<void> {
  await trx
    .insertInto('user_credential')
    .values({ user_id: userId, provider_id: 'credential', account_id: userId, password: hash })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now }),
    )
    .execute()
}

export async function findPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('user_credential')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** Ends every session of the person; returns how many there were. */
export async function deleteSessions(trx: Trx, userId: string): Promise<number> {
  const result = await trx.deleteFrom('user_session').where('user_id', '=', userId).executeTakeFirst()
  return Number(result.numDeletedRows)
}
