import { type Auth, authPath, clientAddressHeader } from '@concert/api/identity/auth'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Signing in and out. Of better-auth's many addresses these are the only ones that can be reached. */
export function registerIdentity(app: FastifyInstance, auth: Auth): void {
  app.post(`${authPath}/sign-in/email`, (request, reply) => hand(auth, request, reply))
  app.post(`${authPath}/sign-out`, (request, reply) => hand(auth, request, reply))
}

/** The request's headers as better-auth reads them, with the client's address as this server saw it. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length' && name !== clientAddressHeader) {
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
    }
  }
  headers.set(clientAddressHeader, request.ip)
  return headers
}

/** Passes the cookies of `response` on. What else it says, the session's token above all, stays here. */
export function sendCookies(reply: FastifyReply, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
}

async function hand(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (request.body !== undefined && (typeof request.body !== 'object' || request.body === null)) {
    return reply.code(415).send({ error: 'json_only' })
  }
  const url = new URL(request.url, `${request.protocol}://${request.host}`)
  const body = JSON.stringify(request.body ?? {})
  const response = await auth.handler(new Request(url, { method: 'POST', headers: headersOf(request), body }))
  sendCookies(reply, response)
  reply.header('cache-control', 'no-store').code(response.status)
  if (response.ok) return reply.send({ ok: true })
  const retryAfter = response.headers.get('x-retry-after')
  if (retryAfter) reply.header('retry-after', retryAfter)
  return reply.send({ error: response.status === 429 ? 'too_many_attempts' : 'refused' })
}
