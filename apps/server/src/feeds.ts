import { readFeed } from '@concert/api/feeds/read-feed'
import type { Db } from '@concert/db/client'
import type { FastifyInstance } from 'fastify'

/**
 * Calendar feeds, which a calendar program reads by their address alone: no cookie is looked at and none is set. Whatever
 * is wrong with an address, the answer is the same.
 */
export function registerFeeds(app: FastifyInstance, parts: { db: Db; publicUrl: string | undefined }): void {
  app.get<{ Params: { token: string } }>('/feeds/:token/instalments.ics', async (request, reply) => {
    const ctx = { db: parts.db, requestId: request.id, now: () => new Date(), log: request.log }
    const calendar = await readFeed(ctx, request.params.token, parts.publicUrl)
    reply.header('cache-control', 'private, no-store')
    if (calendar === undefined) return reply.code(404).send({ error: 'not_found' })
    return reply.type('text/calendar; charset=utf-8').send(calendar)
  })
}
