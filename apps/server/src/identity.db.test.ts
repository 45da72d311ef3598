import { randomUUID } from 'node:crypto'
import type { Context } from '@concert/api/context'
import { seedDemoPeople } from '@concert/api/demo/people'
import { actorFromHeaders } from '@concert/api/identity/actor'
import { createAuth } from '@concert/api/identity/auth'
import { openDemoDoor } from '@concert/api/identity/demo-door'
import { inTransaction } from '@concert/api/transaction'
import { acceptLink } from '@concert/api/users/accept-link'
import { inviteUser } from '@concert/api/users/invite-user'
import { aDatabase } from '@concert/db/testing/database'
import { roles } from '@concert/domain/actor'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { refuseCrossSite } from './cross-site.ts'
import { registerDemoDoor } from './demo-door.ts'
import { registerIdentity } from './identity.ts'

const { db } = await aDatabase({ demonstration: true })
const auth = createAuth({ db, secret: 'for tests only, never used elsewhere', baseUrl: 'http://localhost:4000' })
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const system: Context = {
  db,
  actor: { kind: 'system', name: 'test' },
  locale: 'en',
  requestId: randomUUID(),
  now: () => new Date(),
  log: silent,
}
await inTransaction(system, seedDemoPeople)

const password = 'a blue heron stands still'
const email = 'person@example.org'
const { link } = await inviteUser(system, {
  name: 'Person',
  email,
  agencyId: null,
  roles: ['coordinator'],
  locale: 'en',
})
await acceptLink(system, { token: link.path.replace('/welcome/', ''), password })

const door = openDemoDoor({ isDemonstration: true, host: '127.0.0.1', publicUrl: undefined })
const doorPath = `/auth${door?.path}`

function anApp(openDoor = door) {
  const app = Fastify()
  refuseCrossSite(app, undefined)
  registerIdentity(app, auth)
  registerDemoDoor(app, { auth, db, door: openDoor })
  app.setNotFoundHandler(async (_, reply) => reply.send('page'))
  return app
}

const app = anApp()
const origin = 'http://localhost:4000'
const fromOwnPage = { host: 'localhost:4000', origin, 'content-type': 'application/json' }

function signIn(headers: Record<string, string>, payload: string | object = { email, password }) {
  return app.inject({ method: 'POST', url: '/auth/sign-in/email', headers, payload })
}

function cookieOf(response: { headers: Record<string, unknown> }): string {
  const cookies = [response.headers['set-cookie'] ?? []].flat().map(String)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and says nothing of the session', async () => {
    const response = await signIn(fromOwnPage)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ ok: true })
    const [cookie = ''] = [response.headers['set-cookie'] ?? []].flat()
    expect(cookie).toMatch(/^concert\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const actor = await actorFromHeaders(auth, db, new Headers({ cookie: cookieOf(response) }))
    expect(actor).toMatchObject({ kind: 'person', name: 'Person', roles: ['coordinator'] })
  })

  test('ends with signing out', async () => {
    const cookie = cookieOf(await signIn(fromOwnPage))
    const out = await app.inject({
      method: 'POST',
      url: '/auth/sign-out',
      headers: { ...fromOwnPage, cookie },
      payload: {},
    })
    expect(out.statusCode).toBe(200)
    expect(await actorFromHeaders(auth, db, new Headers({ cookie }))).toEqual({ kind: 'anonymous' })
  })

  test('tells a wrong password and an unknown address alike', async () => {
    const wrong = await signIn(fromOwnPage, { email, password: 'not the password' })
    const unknown = await signIn(fromOwnPage, { email: 'nobody@example.org', password })
    expect([wrong.statusCode, wrong.json()]).toEqual([401, { error: 'refused' }])
    expect([unknown.statusCode, unknown.json()]).toEqual([401, { error: 'refused' }])
  })

  test('with a cookie that was tampered with is not signed in', async () => {
    const cookie = cookieOf(await signIn(fromOwnPage)).replace(/=./, '=x')
    expect(await actorFromHeaders(auth, db, new Headers({ cookie }))).toEqual({ kind: 'anonymous' })
  })

  test.each([
    ['another origin', { ...fromOwnPage, origin: 'https://elsewhere.example' }],
    ['a null origin', { ...fromOwnPage, origin: 'null' }],
    ['a cross-site page', { ...fromOwnPage, 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %s', async (_, headers) => {
    const response = await signIn(headers)
    expect(response.statusCode).toBe(403)
    expect(response.headers['set-cookie']).toBeUndefined()
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', `email=${email}&password=x`],
    ['plain text', 'text/plain', JSON.stringify({ email, password })],
  ])('does not take %s', async (_, type, payload) => {
    expect((await signIn({ ...fromOwnPage, 'content-type': type }, payload)).statusCode).toBe(415)
  })

  test.each([
    '/auth/sign-up/email',
    '/auth/request-password-reset',
    '/auth/update-user',
    '/auth/delete-user',
    '/auth/change-email',
    '/auth/sign-in/social',
    '/auth/sign-in-for-demonstration',
  ])('leaves %s of the library out of reach', async (url) => {
    const response = await app.inject({ method: 'POST', url, headers: fromOwnPage, payload: {} })
    expect(response.body).toBe('page')
  })
})

describe('the door to every role of a demonstration', () => {
  const local = { host: 'localhost:4000' }

  test('lists one person for each role, two of them focal points of different agencies', async () => {
    const response = await app.inject({ url: doorPath, headers: local })
    const people = response.json<{ roles: string[]; agency: { slug: string } | null }[]>()
    expect(new Set(people.flatMap((person) => person.roles))).toEqual(new Set(roles))
    const focalPoints = people.filter((person) => person.roles.includes('focal_point'))
    expect(focalPoints.map((person) => person.agency?.slug)).toEqual(['unodc', 'iom'])
    expect(response.body).not.toContain('@')
  })

  test('signs in as the chosen person, who has no password', async () => {
    const people = (await app.inject({ url: doorPath, headers: local })).json<{ id: string; name: string }[]>()
    for (const person of people) {
      const response = await app.inject({
        method: 'POST',
        url: doorPath,
        headers: fromOwnPage,
        payload: { userId: person.id },
      })
      const actor = await actorFromHeaders(auth, db, new Headers({ cookie: cookieOf(response) }))
      expect(actor).toMatchObject({ kind: 'person', name: person.name })
    }
  })

  test('lets nobody in as a person who is not of the demonstration', async () => {
    const real = await db.selectFrom('user_account').select('id').where('email', '=', email).executeTakeFirstOrThrow()
    const response = await app.inject({
      method: 'POST',
      url: doorPath,
      headers: fromOwnPage,
      payload: { userId: real.id },
    })
    expect(response.statusCode).toBe(404)
    expect(response.headers['set-cookie']).toBeUndefined()
  })

  test('has its page only while it is open', async () => {
    const page = await app.inject({ url: door?.path ?? '', headers: local })
    expect([page.statusCode, page.body]).toEqual([200, 'page'])
    expect((await app.inject({ url: '/try/something-else', headers: local })).statusCode).toBe(404)
  })

  test.each([
    ['another token', { url: `/auth/try/${'x'.repeat(43)}`, headers: local }, door],
    ['a request through a proxy', { url: doorPath, headers: { ...local, 'x-forwarded-for': '10.0.0.1' } }, door],
    ['a request that says Forwarded', { url: doorPath, headers: { ...local, forwarded: 'for=10.0.0.1' } }, door],
    ['a request that came Via something', { url: doorPath, headers: { ...local, via: '1.1 proxy' } }, door],
    ['a server without the door', { url: doorPath, headers: local }, null],
  ])('is not there for %s', async (_, request, openDoor) => {
    const other = anApp(openDoor)
    expect((await other.inject(request)).statusCode).toBe(404)
    const post = { ...request, method: 'POST' as const, headers: { ...fromOwnPage, ...request.headers }, payload: {} }
    expect((await other.inject(post)).statusCode).toBe(404)
  })
})
