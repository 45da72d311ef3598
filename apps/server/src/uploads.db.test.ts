import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { aDatabase } from '@concert/db/testing/database'
import { sql } from '@concert/db/testing/sql'
import type { Actor } from '@concert/domain/actor'
import Fastify from 'fastify'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { MakeContext } from './app.ts'
import { registerExampleFiles } from './example-files.ts'
import { uploadRoutes } from './upload-routes.ts'
import { registerUploads } from './uploads.ts'

const { db } = await aDatabase()
const app = Fastify({ logger: false, bodyLimit: 1024 })
let actor: Actor = { kind: 'anonymous' }
const makeContext: MakeContext = async (request) => ({
  db,
  actor,
  locale: 'en',
  requestId: request.id,
  now: () => new Date('2026-11-24T09:00:00Z'),
  log: request.log,
})
await registerUploads(app, makeContext, uploadRoutes)
registerExampleFiles(app)
afterAll(() => app.close())

const valid = readFileSync(new URL('../../../packages/exchange/fixtures/iati/valid.xml', import.meta.url))
const person = (role: 'coordinator' | 'contributor' | 'fund_manager'): Actor => ({
  kind: 'person',
  userId: randomUUID(),
  name: 'A person',
  agencyId: null,
  roles: [role],
})

async function post(path: 'preview' | 'run', files: { name: string; bytes: Uint8Array }[]) {
  return send(`/api/imports/iati/${path}`, files)
}

async function send(url: string, files: { name: string; bytes: Uint8Array }[]) {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: response.statusCode, body: response.json() }
}
async function activities(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from activity`.execute(db)
  return rows[0]?.n ?? -1
}

beforeEach(() => {
  actor = person('coordinator')
})

test('previews without writing, then imports', async () => {
  const file = { name: 'valid.xml', bytes: valid }
  expect(await post('preview', [file])).toMatchObject({ status: 200, body: { dryRun: true, new: 4 } })
  expect(await activities()).toBe(0)
  expect(await post('run', [file])).toMatchObject({ status: 200, body: { dryRun: false, new: 4 } })
  expect(await activities()).toBe(4)
})

test('previews a file of rates for a fund manager, and refuses it in words', async () => {
  const url = '/api/books/rates/preview'
  const file = (text: string) => [{ name: 'rates.csv', bytes: Buffer.from(text, 'latin1') }]
  const line = 'currency,units per US dollar,effective from,source\nEUR,0.92,2026-11-01,Tr\xe9sor\n'
  expect(await send(url, file(line))).toMatchObject({ status: 403 })
  actor = person('fund_manager')
  expect(await send(url, file(line))).toMatchObject({
    status: 422,
    body: { concert: { code: 'sheets.encoding', params: { line: 2 } } },
  })
  expect(await send(`${url}?encoding=windows-1252`, file(line))).toMatchObject({
    status: 200,
    body: { rates: [{ line: 2, source: 'Trésor', standing: 'new' }], refusals: [] },
  })
  expect(await send(url, [...file(line), ...file(line)])).toMatchObject({
    body: { concert: { code: 'imports.too_many_files', params: { limit: 1 } } },
  })
})

test('offers for each kind of file one to start from, which reads without a refusal', async () => {
  actor = person('fund_manager')
  const example = async (name: string) => (await app.inject({ url: `/api/examples/${name}` })).rawPayload
  const read = async (path: string, name: string) => send(path, [{ name, bytes: await example(name) }])
  expect(await read('/api/books/rates/preview', 'rates.csv')).toMatchObject({
    status: 200,
    body: { refusals: [], rates: [{ currency: 'EUR' }, { currency: 'JPY' }] },
  })
  expect(await read('/api/books/rates/meeting-preview', 'meeting-rates.csv')).toMatchObject({
    status: 200,
    body: { refusals: [], rates: [{ currency: 'EUR' }, { currency: 'JPY' }] },
  })
})

test('lets in only those who may import', async () => {
  actor = { kind: 'anonymous' }
  expect(await post('run', [{ name: 'valid.xml', bytes: valid }])).toMatchObject({ status: 401 })
  actor = person('contributor')
  expect(await post('run', [{ name: 'valid.xml', bytes: valid }])).toMatchObject({
    status: 403,
    body: { concert: { code: 'errors.not_allowed' } },
  })
})

test('refuses what is too large, too many or nothing at all, with the limit named', async () => {
  const large = { name: 'large.xml', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }
  expect(await post('preview', [large])).toMatchObject({
    status: 422,
    body: { concert: { code: 'imports.file_too_large', params: { limit: 20 } } },
  })
  const many = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.xml`, bytes: valid }))
  expect(await post('preview', many)).toMatchObject({ body: { concert: { code: 'imports.too_many_files' } } })
  expect(await post('preview', [])).toMatchObject({ status: 422, body: { concert: { code: 'imports.no_file' } } })
})

test('answers a file that cannot be used with the reason, not with an error', async () => {
  const page = { name: 'gone.xml', bytes: new TextEncoder().encode('<html></html>') }
  expect(await post('run', [page])).toMatchObject({
    status: 200,
    body: { new: 0, refused: 1, files: [{ refusedAsWhole: true, findings: [{ code: 'root_html' }] }] },
  })
})

test('refuses what is no multipart request, and one that breaks off', async () => {
  const url = '/api/imports/iati/run'
  const json = await app.inject({ method: 'POST', url, payload: { a: 1 } })
  expect(json.statusCode).toBe(415)
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const payload = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.xml"\r\n\r\n<iati'
  const cut = await app.inject({ method: 'POST', url, headers, payload })
  expect(cut.json()).toMatchObject({ concert: { code: 'imports.upload_broken' } })
})
