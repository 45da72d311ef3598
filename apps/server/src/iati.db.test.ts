import { createAuth } from '@concert/api/identity/auth'
import { readSettings } from '@concert/api/settings'
import { aFund, anAnnouncement, secretName, usd } from '@concert/api/testing/fund'
import { aWorld } from '@concert/api/testing/world'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from './app.ts'

const world = await aWorld()
const { db, focalPoint, fundManager } = world
const { app } = await buildApp({
  settings: readSettings({}, '/tmp'),
  db,
  auth: createAuth({ db, secret: 'a secret that only this test knows', baseUrl: 'http://127.0.0.1:4000' }),
  door: null,
  logLevel: 'silent',
  isStopping: () => false,
  instrument: async () => {},
})
afterAll(() => app.close())

/** Each test asks from an address of its own, so that none is told to come again later. */
let visitor = 0
const get = (file: string, headers: Record<string, string> = {}, remoteAddress = `192.0.2.${++visitor}`) =>
  app.inject({ url: `/iati/${file}.xml`, headers, remoteAddress })

beforeAll(async () => {
  const fund = await aFund(world)
  for (const donorId of [fund.donorId, fund.anonymousId]) {
    await fundManager.pledges.announce(anAnnouncement({ donorId, amount: usd(100_000) }))
  }
})

test('says that there is no file as long as nothing is public', async () => {
  const response = await get('activities')
  expect(response.statusCode).toBe(404)
  expect(response.json()).toEqual({ error: 'nothing_public' })
})

test.each(['activities', 'fund', 'organisation'])(
  'gives the file %s to anyone, from any site, as XML',
  async (file) => {
    const { reference } = await focalPoint.activities.draft(aNewActivity())
    await focalPoint.activities.publish({ reference, expectedVersion: 1, reasons: [] })
    const response = await get(file, { 'sec-fetch-site': 'cross-site', cookie: 'concert.session_token=x' })
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, no-cache',
    })
    expect(response.headers['set-cookie']).toBeUndefined()
    expect(response.body).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<iati-(activities|organisations) version="2.03"/,
    )
    expect(response.body.trimEnd()).toMatch(/<\/iati-(activities|organisations)>$/)
    expect(response.body).not.toContain(secretName)
  },
)

test('is not sent again to whoever has it, until something public changes', async () => {
  const first = await get('fund')
  const tag = String(first.headers.etag)
  const again = await get('fund', { 'if-none-match': `"other", ${tag}` })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const { id } = await fundManager.donors.register({
    kind: 'GOV',
    names: [{ name: 'Donor State C', language: 'en', role: 'main', since: null }],
    placeCode: null,
    anonymous: false,
    idempotencyKey: crypto.randomUUID(),
  })
  await fundManager.pledges.announce(anAnnouncement({ donorId: id, amount: usd(5) }))
  const changed = await get('fund', { 'if-none-match': tag })
  expect(changed.statusCode).toBe(200)
  expect(changed.body).toContain('Donor State C')
})

test('is compressed for whoever can read that', async () => {
  const response = await get('organisation', { 'accept-encoding': 'gzip' })
  expect(response.headers['content-encoding']).toBe('gzip')
  expect(response.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
})

test('is given to one address a few times a minute, and then told when to come again', async () => {
  const answers = []
  for (let round = 0; round < 22; round += 1) answers.push(await get('organisation', {}, '198.51.100.1'))
  expect(answers.slice(0, 20).map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 200))
  const last = answers.at(-1)
  expect(last?.statusCode).toBe(429)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await get('organisation')).statusCode).toBe(200)
})

test('leaves no transaction open behind it', async () => {
  await get('fund')
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`.execute(db)
  expect(rows[0]?.open).toBe(0)
})
