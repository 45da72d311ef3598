import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dist = fileURLToPath(new URL('../../web/dist/', import.meta.url))
const year = 365 * 24 * 3600 * 1000

/** Serves the built dashboard; every path that is no file is a page of it. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const page = await readFile(`${dist}index.html`, 'utf8')
  await app.register(fastifyStatic, {
    root: `${dist}assets`,
    prefix: '/assets/',
    // Their names carry a hash of their content.
    immutable: true,
    preCompressed: true,
    maxAge: year,
  })
  await app.register(fastifyStatic, {
    root: dist,
    prefix: '/',
    decorateReply: false,
    index: false,
    wildcard: false,
    maxAge: 0,
  })
  app.setNotFoundHandler(async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://any')
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/\.[a-z0-9]+$|^\/(trpc|auth|live|api)\//.test(pathname)
    if (!isPage) return reply.code(404).send({ error: 'not_found' })
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}
