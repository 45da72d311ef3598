import { createFeed } from '@concert/api/feeds/create-feed'
import { createAuth } from '@concert/api/identity/auth'
import { readSettings } from '@concert/api/settings'
import { aDatabase } from '@concert/db/testing/database'
import { insertUser, replaceRoles } from '@concert/db/users'
import { feedRequestsPerMinute } from '@concert/domain/calendar-feed'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from './app.ts'
import { hasSecret, withoutSecrets } from './secret-paths.ts'

const { db } = await aDatabase()
const lines: string[] = []
const { app } = await buildApp({
  settings: readSettings({}, '/tmp'),
  db,
  auth: createAuth({ db, secret: 'a secret that only this test knows', baseUrl: 'http://127.0.0.1:4000' }),
  door: null,
  logLevel: 'info',
  logStream: { write: (line) => lines.push(line) },
  isStopping: () => false,
  instrument: async () => {},
})
afterAll(() => app.close())

let path = ''
beforeAll(async () => {
  const userId = await db.transaction().execute(async (trx) => {
    const person = { name: 'A manager', email: 'manager@concert.example', agencyId: null, locale: 'en' as const }
    const id = await insertUser(trx, person)
    if (id === undefined) throw new Error('The address is taken')
    await replaceRoles(trx, id, ['fund_manager'])
    return id
  })
  const actor = { kind: 'person' as const, userId, name: 'A manager', agencyId: null, roles: ['fund_manager'] as const }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const ctx = { db, actor, locale: 'en' as const, requestId: 'test', now: () => new Date(), log }
  path = (await createFeed(ctx, { kind: 'instalments' })).path
})

test('gives a calendar to whoever has its address, from any site, and lets no cache answer for it', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', cookie: 'concert.session_token=x' }
  const response = await app.inject({ url: path, headers })
  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
  })
  expect(response.headers['set-cookie']).toBeUndefined()
  expect(response.body).toMatch(/^BEGIN:VCALENDAR\r\n/)
})

test('a program that has the present text is told so in a few bytes', async () => {
  const first = await app.inject({ url: path })
  const tag = String(first.headers.etag)
  const again = await app.inject({ url: path, headers: { 'if-none-match': `"other", ${tag}` } })
  expect(again.statusCode).toBe(304)
  expect(again.body).toBe('')
  expect(again.headers.etag).toBe(tag)
  expect((await app.inject({ url: path, headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200)
})

test('gives the public calendar of an agency and of a country without a token, in the language asked for', async () => {
  const agency = await app.inject({ url: '/calendars/agencies/unodc.ics?lang=fr' })
  expect(agency.statusCode).toBe(200)
  expect(agency.headers['cache-control']).toBe('public, no-cache')
  expect(agency.body).toContain('UNODC : activités')
  const etag = String(agency.headers.etag)
  const again = await app.inject({ url: '/calendars/agencies/unodc.ics?lang=fr', headers: { 'if-none-match': etag } })
  expect(again.statusCode).toBe(304)
  for (const url of ['/calendars/places/KEN.ics', '/calendars/places/202.ics', '/calendars/places/KEN.ics?lang=xx']) {
    expect((await app.inject({ url })).statusCode).toBe(200)
  }
  for (const url of ['/calendars/agencies/nobody.ics', '/calendars/agencies/unodc', '/calendars/places/kenya.ics']) {
    expect((await app.inject({ url })).statusCode).toBe(404)
  }
})

test('answers a client that asks without end with 429, whatever it asks for', async () => {
  const ask = (url: string) => app.inject({ url, remoteAddress: '192.0.2.7' })
  for (let n = 0; n < feedRequestsPerMinute; n += 1) await ask(`/feeds/${'x'.repeat(43)}/activities.ics`)
  for (const url of [path, '/calendars/agencies/unodc.ics']) {
    const answer = await ask(url)
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['retry-after']).toBe('60')
  }
  expect((await app.inject({ url: path })).statusCode).toBe(200)
})

test('answers an unknown, a malformed and a foreign token alike', async () => {
  const tokens = ['x'.repeat(43), 'short', '%F0%9F%98%80', 'y'.repeat(400)]
  const answers = await Promise.all(tokens.map((token) => app.inject({ url: `/feeds/${token}/instalments.ics` })))
  for (const answer of answers) {
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toEqual({ error: 'not_found' })
    expect(answer.headers['cache-control']).toBe('private, no-store')
  }
})

test('writes no token of a feed, a one-time link or a demonstration into the log', async () => {
  const token = path.split('/')[2] ?? ''
  await app.inject({ url: path })
  await app.inject({ url: `${path}?x=${token}` })
  await app.inject({ url: path.replace('instalments.ics', 'other.ics') })
  await app.inject({ url: `/welcome/${token}` })
  const log = lines.join('\n')
  expect(log).toContain('/feeds/…/instalments.ics')
  expect(log).toContain('/welcome/…')
  expect(log).not.toContain(token)
})

test('an address with a token is known as one, for traces as for the log', () => {
  expect(['/feeds/abc/instalments.ics', '/welcome/abc', '/try/abc?x'].every(hasSecret)).toBe(true)
  expect(['/fund', '/feeds', '/my/feeds', '/trpc/feeds.list'].some(hasSecret)).toBe(false)
  expect(withoutSecrets('/fund/donors?text=a')).toBe('/fund/donors')
})
