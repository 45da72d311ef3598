import { randomUUID } from 'node:crypto'
import { actAs } from '@concert/db/identity'
import { sql } from '@concert/db/testing/sql'
import { findUserByEmail, getUser } from '@concert/db/users'
import type { Role } from '@concert/domain/actor'
import { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { aWorld } from '../../testing/world.ts'
import { actorFromHeaders } from '../identity/actor.ts'
import { createAuth } from '../identity/auth.ts'
import { appRouter } from '../router.ts'
import { createCallerFactory } from '../trpc.ts'
import { firstAdministratorLink } from './first-administrator-link.ts'

const createCaller = createCallerFactory(appRouter)
const world = await aWorld()
const { db } = world
const auth = createAuth({ db, secret: 'for tests only, never used elsewhere', baseUrl: 'http://localhost:4000' })
const systemContext = world.contextOf({ kind: 'system', name: 'test' })
const password = 'a blue heron stands still'
let people = 0

function tokenOf(path: string): string {
  return path.replace('/welcome/', '')
}

async function anInvitation(roles: Role[], agency = 'unodc') {
  people += 1
  const { id } = await db.selectFrom('agency').select('id').where('slug', '=', agency).executeTakeFirstOrThrow()
  return { name: `Person ${people}`, email: `person-${people}@example.org`, agencyId: id, roles, locale: 'en' as const }
}

async function aPerson(roles: Role[]) {
  const invitation = await anInvitation(roles)
  const { userId, link } = await world.system.users.invite(invitation)
  await world.anyone.users.acceptLink({ token: tokenOf(link.path), password })
  return { userId, email: invitation.email }
}

async function signIn(email: string, typed = password): Promise<Headers | null> {
  const response = await auth.handler(
    new Request('http://localhost:4000/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-concert-client-address': `10.0.0.${(people % 250) + 1}` },
      body: JSON.stringify({ email, password: typed }),
    }),
  )
  if (!response.ok) return null
  return new Headers({
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  })
}

function as(person: { userId: string }, roles: readonly Role[]) {
  return createCaller(
    world.contextOf({ kind: 'person', userId: person.userId, name: 'Someone', agencyId: null, roles }),
  )
}

async function codeOf(attempt: Promise<unknown>): Promise<string | undefined> {
  const error = await attempt.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  return error instanceof TRPCError ? error.cause?.message : undefined
}

describe('the first administrator', () => {
  test('sets name, address and password with the link of the first start, once', async () => {
    const first = await firstAdministratorLink(systemContext)
    const second = await firstAdministratorLink(systemContext)
    const token = tokenOf(second?.path ?? '')
    const typed = { password, name: 'First Administrator', email: 'First@Example.org' }

    expect(await codeOf(world.anyone.users.acceptLink({ ...typed, token: tokenOf(first?.path ?? '') }))).toBe(
      'users.link_worthless',
    )
    expect(await world.anyone.users.openLink({ token })).toEqual({ kind: 'first_admin', name: null, email: null })
    expect(await codeOf(world.anyone.users.acceptLink({ password, token }))).toBe('users.name_needed')
    expect(await world.anyone.users.acceptLink({ ...typed, token })).toEqual({ email: 'first@example.org' })
    expect(await codeOf(world.anyone.users.acceptLink({ ...typed, token }))).toBe('users.link_worthless')

    expect(await findUserByEmail(db, 'first@example.org')).toMatchObject({ roles: ['administrator'], status: 'active' })
    expect(await firstAdministratorLink(systemContext)).toBeNull()
  })

  test('cannot be deactivated or lose the role while no other can sign in', async () => {
    const first = await findUserByEmail(db, 'first@example.org')
    const userId = first?.id ?? ''
    await world.system.users.invite(await anInvitation(['administrator']))

    expect(await codeOf(world.system.users.deactivate({ userId }))).toBe('users.last_administrator')
    expect(await codeOf(world.system.users.changeStanding({ userId, roles: [], agencyId: null }))).toBe(
      'users.last_administrator',
    )
  })

  test('two administrators who remove each other at once leave one', async () => {
    const first = await findUserByEmail(db, 'first@example.org')
    const other = await aPerson(['administrator'])
    const outcomes = await Promise.allSettled([
      world.system.users.deactivate({ userId: first?.id ?? '' }),
      world.system.users.deactivate({ userId: other.userId }),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const userId of [first?.id ?? '', other.userId]) await world.system.users.reactivate({ userId })
  })
})

describe('an invitation', () => {
  test('lets the person choose a password once and sign in with their roles and agency', async () => {
    const invitation = await anInvitation(['focal_point'])
    const { userId, link, mailed } = await world.system.users.invite(invitation)
    expect(mailed).toBe(false)
    expect(await signIn(invitation.email)).toBeNull()
    const token = tokenOf(link.path)
    expect(await world.anyone.users.openLink({ token })).toEqual({
      kind: 'invite',
      name: invitation.name,
      email: invitation.email,
    })
    await world.anyone.users.acceptLink({ token, password })

    const headers = await signIn(invitation.email)
    expect(headers && (await actorFromHeaders(auth, db, headers))).toEqual({
      kind: 'person',
      userId,
      name: invitation.name,
      agencyId: invitation.agencyId,
      roles: ['focal_point'],
    })
    expect(await codeOf(world.anyone.users.acceptLink({ token, password }))).toBe('users.link_worthless')
  })

  test('is good for one of two who use it at the same moment', async () => {
    const { link } = await world.system.users.invite(await anInvitation([]))
    const accept = () => world.anyone.users.acceptLink({ token: tokenOf(link.path), password })
    const outcomes = await Promise.allSettled([accept(), accept(), accept()])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })

  test('ends after 72 hours', async () => {
    const { link } = await world.system.users.invite(await anInvitation([]))
    const { now } = world.clock
    world.clock.now = new Date(now.getTime() + 72 * 60 * 60 * 1000)
    expect(await codeOf(world.anyone.users.openLink({ token: tokenOf(link.path) }))).toBe('users.link_worthless')
    world.clock.now = now
    expect(await codeOf(world.anyone.users.openLink({ token: tokenOf(link.path) }))).toBeUndefined()
  })

  test('is kept as a digest only', async () => {
    const { link } = await world.system.users.invite(await anInvitation([]))
    const kept = await sql<{ row: string }>`
      select row_to_json(user_link)::text as row from user_link
      union all select row_to_json(audit_value)::text from audit_value`.execute(db)
    expect(kept.rows.filter(({ row }) => row.includes(tokenOf(link.path)))).toEqual([])
  })

  test('is refused for an address that is known, in whatever letters', async () => {
    const invitation = await anInvitation([])
    await world.system.users.invite(invitation)
    const again = { ...invitation, email: invitation.email.toUpperCase() }
    expect(await codeOf(world.system.users.invite(again))).toBe('users.email_known')
  })

  test('of a focal point names an agency', async () => {
    const invitation = { ...(await anInvitation(['focal_point'])), agencyId: null }
    expect(await codeOf(world.system.users.invite(invitation))).toBe('users.agency_needed')
  })

  test('goes out by e-mail in the language of the person when mail is set up', async () => {
    const sent: { to: string; subject: string; text: string }[] = []
    const { inviteUser } = await import('./invite-user.ts')
    const mail = {
      baseUrl: 'https://concert.example.org',
      send: async (letter: (typeof sent)[number]) => void sent.push(letter),
    }
    const invitation = { ...(await anInvitation([])), locale: 'fr' as const }
    const { link, mailed } = await inviteUser({ ...systemContext, mail }, invitation)
    expect(mailed).toBe(true)
    expect(sent).toMatchObject([{ to: invitation.email, subject: 'Votre invitation à Concert' }])
    expect(sent[0]?.text).toContain(`https://concert.example.org${link.path}\n`)
  })

  test('survives a mail server that does not answer: the administrator still has the link', async () => {
    const { inviteUser } = await import('./invite-user.ts')
    const mail = { baseUrl: 'https://concert.example.org', send: () => Promise.reject(new Error('no answer')) }
    const { link, mailed } = await inviteUser({ ...systemContext, mail }, await anInvitation([]))
    expect(mailed).toBe(false)
    expect(await world.anyone.users.openLink({ token: tokenOf(link.path) })).toMatchObject({ kind: 'invite' })
  })
})

describe('a person', () => {
  test('is shut out at once when deactivated, and told nothing but a wrong password', async () => {
    const person = await aPerson(['coordinator'])
    const headers = await signIn(person.email)
    if (!headers) throw new Error('did not sign in')
    const { link } = await world.system.users.resetPassword({ userId: person.userId })
    await world.system.users.deactivate({ userId: person.userId })

    expect(await actorFromHeaders(auth, db, headers)).toEqual({ kind: 'anonymous' })
    expect(await signIn(person.email)).toBeNull()
    expect(await codeOf(world.anyone.users.openLink({ token: tokenOf(link.path) }))).toBe('users.link_worthless')
    expect(await codeOf(world.system.users.resetPassword({ userId: person.userId }))).toBe('users.deactivated')

    await world.system.users.reactivate({ userId: person.userId })
    expect(await actorFromHeaders(auth, db, headers)).toEqual({ kind: 'anonymous' })
    expect(await signIn(person.email)).not.toBeNull()
  })

  test('has the roles and the agency given last from the next request on', async () => {
    const person = await aPerson(['contributor'])
    const headers = await signIn(person.email)
    if (!headers) throw new Error('did not sign in')
    const agencyId = null
    await world.system.users.changeStanding({ userId: person.userId, roles: ['fund_manager', 'coordinator'], agencyId })
    expect(await actorFromHeaders(auth, db, headers)).toMatchObject({
      roles: ['fund_manager', 'coordinator'],
      agencyId,
    })
    const asFocalPoint = world.system.users.changeStanding({ userId: person.userId, roles: ['focal_point'], agencyId })
    expect(await codeOf(asFocalPoint)).toBe('users.agency_needed')
  })

  test('who resets a password loses the old one and every session', async () => {
    const person = await aPerson([])
    const headers = await signIn(person.email)
    if (!headers) throw new Error('did not sign in')
    const { link } = await world.system.users.resetPassword({ userId: person.userId })
    expect(await actorFromHeaders(auth, db, headers)).toMatchObject({ kind: 'person' })
    await world.anyone.users.acceptLink({ token: tokenOf(link.path), password: 'another heron flew away' })

    expect(await actorFromHeaders(auth, db, headers)).toEqual({ kind: 'anonymous' })
    expect(await signIn(person.email)).toBeNull()
    expect(await signIn(person.email, 'another heron flew away')).not.toBeNull()
  })

  test('changes their own password only with the current one, which ends their sessions', async () => {
    const person = await aPerson([])
    const headers = await signIn(person.email)
    if (!headers) throw new Error('did not sign in')
    const own = as(person, [])
    const next = 'two herons by the river'
    expect(await codeOf(own.users.changePassword({ current: 'not it at all', password: next }))).toBe(
      'users.password_wrong',
    )
    await own.users.changePassword({ current: password, password: next })
    expect(await actorFromHeaders(auth, db, headers)).toEqual({ kind: 'anonymous' })
    expect(await signIn(person.email, next)).not.toBeNull()
  })

  test('ends all their sessions and nobody else’s', async () => {
    const [person, other] = [await aPerson([]), await aPerson([])]
    const sessions = [await signIn(person.email), await signIn(person.email), await signIn(other.email)]
    expect(await as(person, []).users.signOutEverywhere()).toEqual({ sessionsEnded: 2 })
    const actors = await Promise.all(sessions.map((headers) => actorFromHeaders(auth, db, headers ?? new Headers())))
    expect(actors.map((actor) => actor.kind)).toEqual(['anonymous', 'anonymous', 'person'])
  })

  test('changes their own name and language and reads their own account', async () => {
    const person = await aPerson([])
    await as(person, []).users.changeProfile({ name: 'A New Name', locale: 'ar' })
    expect(await as(person, []).users.account()).toMatchObject({ name: 'A New Name', locale: 'ar' })
  })
})

test('a password that is too common is refused in a code that the form can word', async () => {
  const { link } = await world.system.users.invite(await anInvitation([]))
  const attempt = world.anyone.users.acceptLink({ token: tokenOf(link.path), password: 'Password2026!' })
  await expect(attempt).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await world.anyone.users.openLink({ token: tokenOf(link.path) })).toMatchObject({ kind: 'invite' })
})

test('every write leaves its trace in the name of the one who did it', async () => {
  const administrator = await aPerson(['administrator'])
  const caller = as(administrator, ['administrator'])
  const { userId, link } = await caller.users.invite(await anInvitation([]))
  await world.anyone.users.acceptLink({ token: tokenOf(link.path), password })
  await caller.users.deactivate({ userId })
  const rows = await db
    .selectFrom('audit_row')
    .select(['action', 'actor_id'])
    .where('subject_id', '=', userId)
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { action: 'user.invited', actor_id: administrator.userId },
    { action: 'user.password_set', actor_id: userId },
    { action: 'user.deactivated', actor_id: administrator.userId },
  ])
})

test('tells the page who asks, for which agency, and whether this is a demonstration', async () => {
  expect(await world.anyone.session.me()).toEqual({
    actor: { kind: 'anonymous' },
    agency: null,
    demonstration: false,
  })
  expect(await world.focalPoint.session.me()).toMatchObject({ agency: { slug: 'unodc', acronym: 'UNODC' } })
})

test('nobody can sign themselves up', async () => {
  const response = await auth.handler(
    new Request('http://localhost:4000/auth/sign-up/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'self@example.org', password, name: 'Self' }),
    }),
  )
  expect(response.ok).toBe(false)
  expect(await findUserByEmail(db, 'self@example.org')).toBeUndefined()
})

test('an eleventh wrong password within a minute from one address is not even looked at', async () => {
  const person = await aPerson([])
  const attempt = (typed: string) =>
    auth.handler(
      new Request('http://localhost:4000/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-concert-client-address': '10.9.9.9' },
        body: JSON.stringify({ email: person.email, password: typed }),
      }),
    )
  for (let i = 0; i < 10; i += 1) expect((await attempt('not it')).status).toBe(401)
  expect((await attempt(password)).status).toBe(429)
})

describe('the database alone', () => {
  const person = { kind: 'person' as const, userId: randomUUID(), name: 'Someone', agencyId: null }

  function countAs(roles: Role[], userId: string, table: string): Promise<number> {
    return db.transaction().execute(async (trx) => {
      await actAs(trx, { ...person, userId, roles })
      const found = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(trx)
      return found.rows[0]?.count ?? -1
    })
  }

  test('shows a person their own row and an administrator every one', async () => {
    const { userId } = await aPerson(['contributor'])
    expect(await countAs(['contributor'], userId, 'user_account')).toBe(1)
    expect(await countAs(['administrator'], userId, 'user_account')).toBeGreaterThan(5)
    expect(await countAs(['contributor'], userId, 'user_name')).toBeGreaterThan(5)
  })

  test('lets nobody give themselves a role, another agency or a way back in', async () => {
    const { userId } = await aPerson(['contributor'])
    const attempt = (statement: ReturnType<typeof sql>) =>
      db.transaction().execute(async (trx) => {
        await actAs(trx, { ...person, userId, roles: ['contributor'] })
        await statement.execute(trx)
      })
    await expect(
      attempt(sql`insert into user_role (user_id, role) values (${userId}, 'administrator')`),
    ).rejects.toThrow(/row-level security/)
    await expect(attempt(sql`update user_account set agency_id = ${randomUUID()}`)).rejects.toThrow(/administrator/)
    await expect(attempt(sql`update user_account set deactivated_at = now()`)).rejects.toThrow(/administrator/)
    await expect(attempt(sql`select token from user_session`)).rejects.toThrow(/permission denied/)
    await expect(attempt(sql`select * from user_verification`)).rejects.toThrow(/permission denied/)
    await expect(attempt(sql`select * from user_rate_limit`)).rejects.toThrow(/permission denied/)
  })

  test('keeps password hashes from administrators', async () => {
    const { userId } = await aPerson(['administrator'])
    expect(await countAs(['administrator'], userId, 'user_link')).toBeGreaterThan(0)
    const hashes = await db.transaction().execute(async (trx) => {
      await actAs(trx, { ...person, userId, roles: ['administrator'] })
      return sql<{ user_id: string }>`select user_id, password from user_credential`.execute(trx)
    })
    expect(hashes.rows.map((row) => row.user_id)).toEqual([userId])
    expect((await getUser(db, userId)).status).toBe('active')
  })
})
