import { locale } from '@concert/domain/locales'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Encoding, PublicSnapshots } from './public-snapshots.ts'
import { openTicks } from './ticks.ts'

/**
 * What everybody may see, live and for any number of viewers: `GET /live/snapshot?language=fr`, from memory, and
 * `GET /live/events`, which says when it differs. Neither looks at a cookie.
 */
export function registerLive(app: FastifyInstance, snapshots: PublicSnapshots): void {
  // Thousands of screens ask at once whenever something differs: a line in the log for each would say nothing.
  const quiet = { logLevel: 'warn' } as const
  app.get<{ Querystring: { language?: string } }>('/live/snapshot', quiet, async (request, reply) => {
    const language = locale.safeParse(request.query.language)
    if (!language.success) return reply.code(400).send({ error: 'bad_request', reference: request.id })
    const { etag, bodies } = await snapshots.get(language.data)
    reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding')
    if (isNamed(request.headers['if-none-match'], etag)) return reply.code(304).send()
    const encoding = encodingFor(request)
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.type('application/json; charset=utf-8').send(bodies[encoding])
  })

  const ticks = openTicks(snapshots)
  app.get('/live/events', quiet, (request, reply) => {
    if (!ticks.hasRoom()) return reply.code(503).header('retry-after', '30').send({ error: 'too_many' })
    // The reply is this stream's own: nothing compresses it, and nothing waits for its end.
    reply.hijack()
    ticks.add(reply.raw, request.raw)
  })
  app.addHook('preClose', async () => ticks.close())
  app.addHook('onClose', async () => snapshots.stop())
}

/** Whether a browser has this very version; it may say so weakly, or name several. */
function isNamed(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false
}

function encodingFor({ headers }: FastifyRequest): Encoding {
  const accepted = String(headers['accept-encoding'] ?? '')
  if (/\bbr\b(?!;\s*q=0(\.0*)?(,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!;\s*q=0(\.0*)?(,|$))/.test(accepted) ? 'gzip' : 'identity'
}
