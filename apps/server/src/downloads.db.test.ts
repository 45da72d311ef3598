import { randomUUID } from 'node:crypto'
import { aFund, anAnnouncement } from '@concert/api/testing/fund'
import { aWorld } from '@concert/api/testing/world'
import type { Actor, Role } from '@concert/domain/actor'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { registerDownloads } from './downloads.ts'

const world = await aWorld()
const fund = await aFund(world)
const pledge = await world.fundManager.pledges.announce(anAnnouncement({ donorId: fund.donorId }))
const { reference } = await world.fundManager.letters.compose({
  request: { kind: 'acknowledgement', language: 'fr', pledge: pledge.reference },
  idempotencyKey: randomUUID(),
})

const app = Fastify({ logger: false })
let actor: Actor
registerDownloads(app, async () => world.contextOf(actor))
afterAll(() => app.close())

const person = (role: Role): Actor => ({
  kind: 'person',
  userId: randomUUID(),
  name: 'A person',
  agencyId: null,
  roles: [role],
})

function get(path: string, as: Actor) {
  actor = as
  return app.inject({ method: 'GET', url: `/api/books/${path}` })
}

test('a fund manager gets the letter as a file with a name for every program, and nothing keeps it', async () => {
  const answer = await get(`letters/${reference}.docx`, person('fund_manager'))
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${reference}.docx"; filename*=UTF-8''${reference}%20Accus%C3%A9%20de%20r%C3%A9ception%20d%E2%80%99une%20annonce.docx`,
  })
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('several letters come as one archive', async () => {
  const answer = await get(`letters.zip?reference=${reference}&reference=${reference}`, person('fund_manager'))
  expect(answer.headers['content-type']).toBe('application/zip')
  expect(answer.rawPayload.includes(Buffer.from(`${reference} Accusé`))).toBe(true)
  expect((await get('letters.zip', person('fund_manager'))).statusCode).toBe(422)
})

test('nobody else does, and what is not there is not found', async () => {
  for (const path of [`letters/${reference}.docx`, `letters.zip?reference=${reference}`]) {
    expect((await get(path, { kind: 'anonymous' })).statusCode).toBe(401)
    expect((await get(path, person('administrator'))).statusCode).toBe(403)
  }
  const missing = await get('letters/LTR-2026-99999.docx', person('fund_manager'))
  expect(missing.statusCode).toBe(404)
  expect(missing.json()).toMatchObject({ concert: { code: 'errors.not_found' } })
})
