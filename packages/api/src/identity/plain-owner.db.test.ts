import { randomUUID } from 'node:crypto'
import { connect } from '@concert/db/client'
import { prepare } from '@concert/db/prepare'
import { sql } from '@concert/db/testing/sql'
import { afterAll, expect, inject, test } from 'vitest'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { acceptLink } from '../users/accept-link.ts'
import { inviteUser } from '../users/invite-user.ts'
import { listUsers } from '../users/queries.ts'
import { actorFromHeaders } from './actor.ts'
import { createAuth } from './auth.ts'

// An operator's own PostgreSQL rarely gives its applications a superuser: then forced row-level security binds the owner.
const owner = `plain_${randomUUID().slice(0, 8)}`
const urlOf = (database: string) => inject('clusterUrl').replace('DATABASE', database)
const server = connect(urlOf('postgres'), { max: 1 })
await sql.raw(`create role ${owner} login createrole`).execute(server.db)
await sql.raw(`grant concert_app to ${owner}`).execute(server.db)
await sql.raw(`create database ${owner} owner ${owner}`).execute(server.db)
const { db, close } = connect(urlOf(owner).replace(/\/\/[^@]*@/, `//${owner}@`))

afterAll(async () => {
  await close()
  await sql.raw(`drop database ${owner} with (force)`).execute(server.db)
  await sql.raw(`drop role ${owner}`).execute(server.db)
  await server.close()
})

test('an owner that is no superuser prepares the database, and people sign in under row-level security', async () => {
  await prepare(db, { demonstration: false })
  const system: Context = {
    db,
    actor: { kind: 'system', name: 'test' },
    locale: 'en',
    requestId: randomUUID(),
    now: () => new Date(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  }
  const email = 'person@example.org'
  const password = 'a blue heron stands still'
  const person = { name: 'Person', email, agencyId: null, roles: ['administrator' as const], locale: 'en' as const }
  const { userId, link } = await inviteUser(system, person)
  await acceptLink({ ...system, actor: { kind: 'anonymous' } }, { token: link.path.replace('/welcome/', ''), password })

  const auth = createAuth({ db, secret: 'for tests only, never used elsewhere', baseUrl: 'http://localhost:4000' })
  const response = await auth.handler(
    new Request('http://localhost:4000/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-concert-client-address': '10.0.0.1' },
      body: JSON.stringify({ email, password }),
    }),
  )
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const actor = await actorFromHeaders(auth, db, new Headers({ cookie }))
  expect(actor).toMatchObject({ kind: 'person', userId, roles: ['administrator'] })
  expect(await listUsers({ ...system, actor })).toHaveLength(1)
  const names = await inTransaction({ ...system, actor }, (trx) => trx.selectFrom('user_name').select('name').execute())
  expect(names).toEqual([{ name: 'Person' }])
})
