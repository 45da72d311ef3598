import { createHash } from 'node:crypto'
import type { Context } from '@concert/api/context'
import { allowRequest } from '@concert/api/feeds/allow-request'
import { readFeed } from '@concert/api/feeds/read-feed'
import { readPublicCalendar } from '@concert/api/feeds/read-public-calendar'
import type { Db } from '@concert/db/client'
import { type ActivityFeedRequest, activityFeedRequest } from '@concert/domain/calendar-feed'
import { locale } from '@concert/domain/locales'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

type Read = (ctx: Omit<Context, 'actor' | 'locale'>) => Promise<string | undefined>

/**
 * Calendars, which a calendar program reads by their address alone: no cookie is looked at and none is set. Whatever is
 * wrong with an address, the answer is the same. A program that has the present text already is told so in a few bytes.
 */
export function registerFeeds(app: FastifyInstance, parts: { db: Db; publicUrl: string | undefined }): void {
  const { db, publicUrl } = parts

  for (const file of ['instalments.ics', 'activities.ics']) {
    app.get<{ Params: { token: string } }>(`/feeds/:token/${file}`, (request, reply) =>
      answer(request, reply, 'private', (ctx) => readFeed(ctx, request.params.token, publicUrl)),
    )
  }
  const publicCalendar = (of: (name: string) => unknown) => (request: FastifyRequest, reply: FastifyReply) =>
    answer(request, reply, 'public', async (ctx) => {
      const { file } = request.params as { file: string }
      const wanted = activityFeedRequest.safeParse(of(file.replace(/\.ics$/, '')))
      return wanted.success && file.endsWith('.ics') ? readPublic(ctx, request, wanted.data) : undefined
    })
  app.get(
    '/calendars/agencies/:file',
    publicCalendar((agency) => ({ kind: 'agency', agency })),
  )
  app.get(
    '/calendars/places/:file',
    publicCalendar((place) => ({ kind: 'place', place })),
  )

  function readPublic(ctx: Omit<Context, 'actor' | 'locale'>, request: FastifyRequest, wanted: ActivityFeedRequest) {
    const { lang } = request.query as { lang?: unknown }
    return readPublicCalendar({ ...ctx, locale: locale.catch('en').parse(lang) }, wanted, publicUrl)
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, cache: 'private' | 'public', read: Read) {
    const ctx = { db, requestId: request.id, now: () => new Date(), log: request.log }
    reply.header('cache-control', 'private, no-store')
    if (!(await allowRequest(ctx, request.ip))) {
      return reply.code(429).header('retry-after', '60').send({ error: 'too_many_requests' })
    }
    const calendar = await read(ctx)
    if (calendar === undefined) return reply.code(404).send({ error: 'not_found' })
    const tag = `W/"${createHash('sha256').update(calendar).digest('base64url')}"`
    reply.header('cache-control', `${cache}, no-cache`).header('etag', tag)
    if (hasTag(request.headers['if-none-match'], tag)) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(calendar)
  }
}

/** Compared weakly (RFC 9110, 13.1.2). */
function hasTag(stated: string | undefined, tag: string): boolean {
  const bare = (one: string) => one.trim().replace(/^W\//, '')
  return stated?.split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag)) ?? false
}
