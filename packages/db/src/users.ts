import type { Actor, Role } from '@concert/domain/actor'
import { roles as allRoles } from '@concert/domain/actor'
import { NotFound } from '@concert/domain/errors'
import type { Locale } from '@concert/domain/locales'
import { type AgencyBadge, type User, userStatus } from '@concert/domain/user'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Trx } from './client.ts'

export interface UserAccountTable {
  id: Generated<string>
  name: string
  email: ColumnType<string, string, never>
  email_verified: ColumnType<boolean, boolean | undefined, boolean>
  agency_id: string | null
  locale: Locale
  is_demonstration: ColumnType<boolean, boolean | undefined, never>
  password_set_at: ColumnType<string | null, undefined, Date>
  deactivated_at: ColumnType<string | null, undefined, Date | null>
  created_at: Generated<string>
  updated_at: ColumnType<string, undefined, Date>
}

export interface UserRoleTable {
  user_id: string
  role: Role
  given_at: Generated<string>
}

export interface UserNameView {
  id: string
  name: string
  agency_id: string | null
}

export interface UserTables {
  user_account: UserAccountTable
  user_role: UserRoleTable
  user_name: UserNameView
}

export interface NewUser {
  name: string
  email: string
  agencyId: string | null
  locale: Locale
  isDemonstration?: boolean
}

export interface UserChange {
  name?: string
  locale?: Locale
  agencyId?: string | null
  deactivatedAt?: Date | null
  passwordSetAt?: Date
  emailVerified?: boolean
}

export async function findUsers(db: Db): Promise<User[]> {
  const rows = await selectUsers(db).orderBy('user_account.name').orderBy('user_account.email').execute()
  return rows.map(toUser)
}

export async function findUser(db: Db, id: string): Promise<User | undefined> {
  const row = await selectUsers(db).where('user_account.id', '=', id).executeTakeFirst()
  return row && toUser(row)
}

export async function getUser(db: Db, id: string): Promise<User> {
  const user = await findUser(db, id)
  if (!user) throw new NotFound('user')
  return user
}

export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  const row = await selectUsers(db).where('email', '=', email).executeTakeFirst()
  return row && toUser(row)
}

/** The people that stand for the roles in a demonstration. */
export async function findDemonstrationUsers(db: Db): Promise<User[]> {
  const rows = await selectUsers(db)
    .where('is_demonstration', '=', true)
    .where('deactivated_at', 'is', null)
    .orderBy('user_account.created_at')
    .orderBy('user_account.email')
    .execute()
  return rows.map(toUser)
}

/** The actor behind a session, with what they may do at this moment; undefined once they are deactivated. */
export async function findPerson(db: Db, id: string): Promise<Extract<Actor, { kind: 'person' }> | undefined> {
  const row = await selectUsers(db)
    .where('user_account.id', '=', id)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const user = toUser(row)
  return { kind: 'person', userId: user.id, name: user.name, agencyId: user.agencyId, roles: user.roles }
}

/** The new person's id; undefined when the address is known already. */
export async function insertUser(trx: Trx, user: NewUser): Promise<string | undefined> {
  const row = await trx
    .insertInto('user_account')
    .values({
      name: user.name,
      email: user.email,
      agency_id: user.agencyId,
      locale: user.locale,
      is_demonstration: user.isDemonstration ?? false,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function updateUser(trx: Trx, id: string, change: UserChange, now: Date): Promise<void> {
  await trx
    .updateTable('user_account')
    .set({
      name: change.name,
      locale: change.locale,
      agency_id: change.agencyId,
      deactivated_at: change.deactivatedAt,
      password_set_at: change.passwordSetAt,
      email_verified: change.emailVerified,
      updated_at: now,
    })
    .where('user_account.id', '=', id)
    .execute()
}

/** Leaves the person with exactly these roles. */
export async function replaceRoles(trx: Trx, userId: string, roles: readonly Role[]): Promise<void> {
  await trx
    .deleteFrom('user_role')
    .where('user_id', '=', userId)
    .$if(roles.length > 0, (query) => query.where('role', 'not in', roles))
    .execute()
  if (roles.length === 0) return
  await trx
    .insertInto('user_role')
    .values(roles.map((role) => ({ user_id: userId, role })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Makes changes to the circle of administrators wait for one another, so that two at once cannot empty it. */
export async function lockAdministrators(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('concert.administrators', 0))`.execute(trx)
}

/** Administrators who have a password and are not deactivated, apart from `exceptId`. */
export async function countAdministrators(db: Db, exceptId: string | null = null): Promise<number> {
  const row = await db
    .selectFrom('user_account')
    .innerJoin('user_role', 'user_role.user_id', 'user_account.id')
    .where('user_role.role', '=', 'administrator')
    .where('deactivated_at', 'is', null)
    .where('password_set_at', 'is not', null)
    .where('user_account.id', 'is distinct from', exceptId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

export async function findAgencyBadge(db: Db, agencyId: string): Promise<AgencyBadge | undefined> {
  return db.selectFrom('agency').select(['slug', 'acronym']).where('id', '=', agencyId).executeTakeFirst()
}

/** The agency behind what a person types, as in `unodc`. */
export async function getAgencyIdBySlug(db: Db, slug: string): Promise<string> {
  const row = await db.selectFrom('agency').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new NotFound('agency')
  return row.id
}

function selectUsers(db: Db) {
  return db
    .selectFrom('user_account')
    .leftJoin('agency', 'agency.id', 'user_account.agency_id')
    .select([
      'user_account.id',
      'user_account.name',
      'user_account.email',
      'user_account.agency_id',
      'user_account.locale',
      'user_account.is_demonstration',
      'user_account.password_set_at',
      'user_account.deactivated_at',
      'user_account.created_at',
      'agency.slug as agency_slug',
      'agency.acronym as agency_acronym',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb.selectFrom('user_role').select('user_role.role').whereRef('user_role.user_id', '=', 'user_account.id'),
      ).as('roles'),
    )
}

type UserRow = Pick<
  Selectable<UserAccountTable>,
  | 'id'
  | 'name'
  | 'email'
  | 'agency_id'
  | 'locale'
  | 'is_demonstration'
  | 'password_set_at'
  | 'deactivated_at'
  | 'created_at'
> & { agency_slug: string | null; agency_acronym: string | null; roles: { role: Role }[] }

function toUser(row: UserRow): User {
  const given = new Set(row.roles.map((one) => one.role))
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    agencyId: row.agency_id,
    agency: row.agency_slug && row.agency_acronym ? { slug: row.agency_slug, acronym: row.agency_acronym } : null,
    locale: row.locale,
    roles: allRoles.filter((role) => given.has(role)),
    status: userStatus({ deactivatedAt: row.deactivated_at, passwordSetAt: row.password_set_at }),
    isDemonstration: row.is_demonstration,
    createdAt: row.created_at,
  }
}
