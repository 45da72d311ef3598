import { Readable } from 'node:stream'
import type { Context } from '@concert/api/context'
import { exportIati, type IatiFileName, iatiFiles, versionOfIati } from '@concert/api/iati/export-files'
import type { Db } from '@concert/db/client'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Turnstile } from './turnstile.ts'

/** A file holds a connection to the database for as long as it is sent; there are few of those. */
const atOnce = 3
const perMinute = 20
/** Whoever reads more slowly than this gives the connection back. */
const longestMs = 10 * 60_000

/**
 * `GET /iati/activities.xml`, `/iati/fund.xml` and `/iati/organisation.xml`: what is public, for anyone and any site, as
 * IATI 2.03. No cookie is looked at. What a browser or a proxy keeps it has to ask about before each use, so that what
 * is taken back is gone.
 */
export function registerIati(app: FastifyInstance, { db }: { db: Db }): void {
  const turnstile = new Turnstile({ atOnce, perMinute, now: () => Date.now() })
  for (const file of iatiFiles) {
    app.get(`/iati/${file}.xml`, (request, reply) => answer(file, contextOf(request, db), request, reply, turnstile))
  }
}

async function answer(
  file: IatiFileName,
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  turnstile: Turnstile,
): Promise<FastifyReply> {
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
  const pass = turnstile.enter(request.ip)
  if (!pass.isOpen) {
    reply.code(pass.reason === 'too_often' ? 429 : 503).header('retry-after', String(pass.retryAfter))
    return reply.header('cache-control', 'no-store').send({ error: pass.reason })
  }
  try {
    const tag = `W/"${await versionOfIati(ctx, file)}"`
    reply.header('etag', tag).header('cache-control', 'public, no-cache')
    if (isKnown(request, tag)) {
      pass.leave()
      return reply.code(304).send()
    }
    const chunks = exportIati(ctx, { file })
    const first = await chunks.next()
    if (first.done) {
      pass.leave()
      return reply.code(404).header('cache-control', 'no-store').send({ error: 'nothing_public' })
    }
    const stream = Readable.from(bytesOf(first.value, chunks), { objectMode: false })
    const tooLong = setTimeout(() => stream.destroy(new Error('The reader was too slow')), longestMs)
    stream.once('close', () => {
      clearTimeout(tooLong)
      // Also where nothing was read of it yet: a generator that never ran ends without ending what it reads.
      void chunks.return(undefined).finally(pass.leave)
    })
    return reply
      .type('application/xml; charset=utf-8')
      .header('content-disposition', `inline; filename="concert-iati-${file}.xml"`)
      .send(stream)
  } catch (error) {
    pass.leave()
    throw error
  }
}

async function* bytesOf(first: string, rest: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(first)
  for await (const chunk of rest) yield Buffer.from(chunk)
}

function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match']
  return known?.split(',').some((one) => one.trim() === tag || one.trim() === '*') ?? false
}

function contextOf(request: FastifyRequest, db: Db): Context {
  return {
    db,
    actor: { kind: 'anonymous' },
    locale: 'en',
    requestId: request.id,
    now: () => new Date(),
    log: request.log,
  }
}
