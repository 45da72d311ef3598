import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { PublicSnapshot } from '@concert/api/live/read-public-snapshot'
import { aWorld } from '@concert/api/testing/world'
import { aNewActivity } from '@concert/db/testing/activities'
import { sql } from '@concert/db/testing/sql'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { openLive } from './open-live.ts'
import { registerLive } from './register-live.ts'

const world = await aWorld()
const live = openLive({ ...world.contextOf({ kind: 'system', name: 'test' }), now: () => new Date() }, world.url)
const app = Fastify({ logger: false })
registerLive(app, live)
const address = await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())

const snapshot = (headers: Record<string, string> = {}, language = 'en') =>
  app.inject({ url: `/live/snapshot?language=${language}`, headers })
const figure = (body: PublicSnapshot, id: string) => body.overview.figures.find((one) => one.id === id)?.value
const publishOne = async () => {
  const { reference } = await world.focalPoint.activities.draft(aNewActivity())
  await world.focalPoint.activities.publish({ reference, expectedVersion: 1, reasons: [] })
}

/** Reads an event stream until something was said; what was said. */
async function firstTick(work: () => Promise<void>, patience = 5_000): Promise<string | undefined> {
  const stop = new AbortController()
  const response = await fetch(`${address}/live/events`, { signal: stop.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const before = live.version()
  const late = setTimeout(() => stop.abort(), patience)
  try {
    await work()
    for (let text = ''; ; ) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
      if (done) return undefined
      text += value
      const said = [...text.matchAll(/event: version\ndata: (\S+)\n\n/g)].map(([, version]) => version)
      const news = said.find((version) => version !== before)
      if (news !== undefined) return news
    }
  } catch {
    return undefined
  } finally {
    clearTimeout(late)
    stop.abort()
  }
}

test('is the same bytes in every encoding, and nothing at all for whoever has them', async () => {
  const plain = await snapshot({ 'accept-encoding': 'identity' })
  expect(plain.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding' })
  expect(plain.headers['content-encoding']).toBeUndefined()
  const brotli = await snapshot({ 'accept-encoding': 'gzip, br' })
  expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true)
  const gzipped = await snapshot({ 'accept-encoding': 'gzip, br;q=0' })
  expect(gunzipSync(gzipped.rawPayload).equals(plain.rawPayload)).toBe(true)
  const etag = String(plain.headers.etag)
  expect((await snapshot({ 'if-none-match': `"older", W/${etag}` })).statusCode).toBe(304)
  expect((await snapshot({ 'if-none-match': '"older"' })).statusCode).toBe(200)
  expect((await snapshot({}, 'xx')).statusCode).toBe(400)
})

test('tells of what the public sees, and then shows it; a draft is nobody’s news', async () => {
  const before = (await snapshot()).json<PublicSnapshot>()
  const quiet = await firstTick(async () => {
    await world.focalPoint.activities.draft(aNewActivity())
  }, 1_500)
  expect(quiet).toBeUndefined()
  const version = await firstTick(publishOne)
  expect(version).toBe(live.version())
  const after = (await snapshot()).json<PublicSnapshot>()
  expect((await snapshot({}, 'ar')).headers.etag).not.toBe((await snapshot()).headers.etag)
  expect(figure(after, 'activities.public')).toBe(Number(figure(before, 'activities.public')) + 1)
})

test('hears again after its connection was cut, and of what happened meanwhile', async () => {
  const version = await firstTick(async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'concert live'
      and datname = current_database()`.execute(world.db)
    await publishOne()
  })
  expect(version).toBeDefined()
  expect(await firstTick(publishOne)).not.toBe(version)
})

test('ends its streams when it stops', async () => {
  const response = await fetch(`${address}/live/events`)
  const text = response.text()
  await app.close()
  expect(await text).toContain('event: version')
})
