import { createAuth } from '@concert/api/identity/auth'
import { readSettings } from '@concert/api/settings'
import { aDatabase } from '@concert/db/testing/database'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from './app.ts'

const { db } = await aDatabase()
const settings = readSettings({}, '/tmp')
let stopping = false
const { app } = await buildApp({
  settings,
  db,
  auth: createAuth({ db, secret: 'a secret that only this test knows', baseUrl: 'http://127.0.0.1:4000' }),
  door: null,
  logLevel: 'silent',
  isStopping: () => stopping,
  instrument: async () => {},
})
afterAll(() => app.close())

const host = '127.0.0.1:4000'
const json = { 'content-type': 'application/json' }

test('answers that it lives and is ready, and is no longer ready while it stops', async () => {
  expect((await app.inject('/livez')).statusCode).toBe(200)
  expect((await app.inject('/readyz')).statusCode).toBe(200)
  stopping = true
  expect((await app.inject('/readyz')).statusCode).toBe(503)
  stopping = false
})

test.each([
  ['a form', { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }],
  ['multipart', { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://evil.example' }],
  ['plain text', { 'content-type': 'text/plain', origin: 'https://evil.example' }],
  ['a null origin', { ...json, origin: 'null' }],
  ['a beacon without an origin', { 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' }],
  ['a sibling site', { ...json, origin: 'http://127.0.0.1:4001', 'sec-fetch-site': 'same-site' }],
  ['no origin but a cookie', { ...json, cookie: 'concert.session_token=x' }],
])('refuses a write that comes as %s', async (_, headers) => {
  const response = await app.inject({
    method: 'POST',
    url: '/trpc/users.invite',
    headers: { host, ...headers },
    payload: '{}',
  })
  expect(response.statusCode).toBe(403)
  expect(response.json()).toEqual({ error: 'cross_site' })
})

test('refuses a write that comes as GET', async () => {
  const response = await app.inject({ method: 'GET', url: '/trpc/users.invite?input=%7B%7D', headers: { host } })
  expect(response.statusCode).toBe(405)
})

test('lets the same site through to the policy', async () => {
  const headers = { host, ...json, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
  const response = await app.inject({ method: 'POST', url: '/trpc/users.invite', headers, payload: '{}' })
  expect(response.statusCode).toBe(401)
  expect(response.json().error.data.concert.code).toBe('errors.sign_in_first')
})

test('tells nothing of its inside in an error', async () => {
  const responses = await Promise.all([
    app.inject({ url: '/trpc/figures.show?input=%7B%22id%22%3A%22no%22%7D', headers: { host } }),
    app.inject({ url: '/trpc/figures.show?input=%7B', headers: { host } }),
    app.inject({ url: '/trpc/nothing.here', headers: { host } }),
    app.inject({ url: '/trpc/figures.show?input=%7B%22id%22%3A5%7D', headers: { host } }),
  ])
  expect(responses.map((response) => response.statusCode)).toEqual([404, 400, 404, 400])
  for (const response of responses) expect(response.body).not.toMatch(/stack|node_modules|\.ts|select |ZodError/i)
  expect(responses[3]?.json().error.data.concert.issues).toEqual([
    { path: 'id', code: 'errors.invalid_type', params: { expected: 'string' } },
  ])
})

test('refuses a batch that is too long', async () => {
  const paths = Array.from({ length: 31 }, () => 'figures.list').join(',')
  expect((await app.inject({ url: `/trpc/${paths}?batch=1&input=%7B%7D`, headers: { host } })).statusCode).toBe(400)
})

test('serves the dashboard at the address of every page and nothing at that of a missing file', async () => {
  expect((await app.inject('/activities/ACT-2026-00001')).headers['content-type']).toContain('text/html')
  expect((await app.inject('/assets/missing.js')).statusCode).toBe(404)
  expect((await app.inject('/.env')).statusCode).toBe(404)
  expect((await app.inject('/../package.json')).statusCode).toBe(404)
})

test('lets the browser load scripts, fonts and data from here only', async () => {
  const policy = String((await app.inject('/')).headers['content-security-policy'])
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/https?:/)
})
