import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Refuses every request that could change something and comes from another site. Browsers send Origin with each
 * POST, and Sec-Fetch-Site since 2020; programs send neither and carry no cookie of a person.
 */
export function refuseCrossSite(app: FastifyInstance, publicUrl: string | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    if (!isSameSite(request, publicUrl)) {
      await reply.code(403).send({ error: 'cross_site' })
    }
  })
}

function isSameSite(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = request.headers
  if (origin === undefined) return site === 'same-origin' || request.headers.cookie === undefined
  if (publicUrl && origin === new URL(publicUrl).origin) return true
  return origin === `${request.protocol}://${request.headers.host}`
}
