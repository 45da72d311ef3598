import { findDemoPeople } from '@concert/api/demo/people'
import type { Auth } from '@concert/api/identity/auth'
import type { DemoDoor } from '@concert/api/identity/demo-door'
import type { Db } from '@concert/db/client'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { headersOf, sendCookies } from './identity.ts'

const choice = z.strictObject({ userId: z.uuid() })

/** `/try/<token>`: every role of a demonstration at one click. To everyone else there is nothing at these addresses. */
export function registerDemoDoor(
  app: FastifyInstance,
  { auth, db, door }: { auth: Auth; db: Db; door: DemoDoor | null },
): void {
  app.get<{ Params: { token: string } }>('/try/:token', async (request, reply) => {
    reply.code(door?.admits(request.params.token, request.headers) ? 200 : 404)
    return reply.callNotFound()
  })

  app.get<{ Params: { token: string } }>('/auth/try/:token', async (request, reply) => {
    if (!door?.admits(request.params.token, request.headers)) return reply.code(404).send({ error: 'not_found' })
    const people = await findDemoPeople(db)
    return reply
      .header('cache-control', 'no-store')
      .send(people.map(({ id, name, roles, agency }) => ({ id, name, roles, agency })))
  })

  app.post<{ Params: { token: string } }>('/auth/try/:token', async (request, reply) => {
    if (!door?.admits(request.params.token, request.headers)) return reply.code(404).send({ error: 'not_found' })
    const chosen = choice.safeParse(request.body)
    const people = await findDemoPeople(db)
    const person = people.find((candidate) => chosen.success && candidate.id === chosen.data.userId)
    if (!person) return reply.code(404).send({ error: 'not_found' })
    const response = await auth.api.signInForDemonstration({
      body: { userId: person.id },
      headers: headersOf(request),
      asResponse: true,
    })
    sendCookies(reply, response)
    return reply.header('cache-control', 'no-store').send({ ok: true })
  })
}
