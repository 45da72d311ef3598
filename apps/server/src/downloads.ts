import { downloadAgenda } from '@concert/api/agenda/download-agenda'
import type { Context } from '@concert/api/context'
import { type Download, downloadLetter, downloadLetters } from '@concert/api/letters/download-letters'
import { mayUse, type Policy } from '@concert/domain/actor'
import { DomainError, type ErrorParams, NotFound } from '@concert/domain/errors'
import { locale } from '@concert/domain/locales'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { MakeContext } from './app.ts'

/**
 * Files that a page's link opens: `GET /api/books/letters/LTR-2026-00001.docx`, and several as one archive with
 * `GET /api/books/letters.zip?reference=…&reference=…`; an agenda of the working group with
 * `GET /api/coordination/agenda/<id>.docx?language=fr`. Nothing of them is kept by browsers or proxies.
 */
export function registerDownloads(app: FastifyInstance, makeContext: MakeContext): void {
  const route = (
    path: string,
    policy: Policy,
    read: (ctx: Context, request: FastifyRequest) => Promise<Download>,
  ): void => {
    app.get(path, async (request, reply) => {
      const ctx = await makeContext(request)
      if (!mayUse(ctx.actor, policy)) {
        return ctx.actor.kind === 'anonymous'
          ? refuse(reply, 401, 'errors.sign_in_first')
          : refuse(reply, 403, 'errors.not_allowed')
      }
      try {
        return send(reply, await read(ctx, request))
      } catch (error) {
        if (error instanceof NotFound) return refuse(reply, 404, error.code, error.params)
        if (error instanceof DomainError) return refuse(reply, 422, error.code, error.params)
        request.log.error({ err: error, requestId: request.id }, 'unexpected error')
        return refuse(reply, 500, 'errors.unexpected', { reference: request.id })
      }
    })
  }
  route('/api/books/letters/:file', 'fund.read', (ctx, { params }) => {
    const { file } = params as { file: string }
    return downloadLetter(ctx, file.replace(/\.docx$/, ''))
  })
  route('/api/books/letters.zip', 'fund.read', (ctx, { query }) => {
    const { reference } = query as { reference?: string | string[] }
    return downloadLetters(ctx, reference === undefined ? [] : [reference].flat())
  })
  route('/api/coordination/agenda/:file', 'group.read', (ctx, { params, query }) => {
    const { file } = params as { file: string }
    const id = z.uuid().safeParse(file.replace(/\.docx$/, '')).data
    if (id === undefined) throw new NotFound('group_meeting')
    return downloadAgenda(ctx, id, locale.safeParse((query as { language?: string }).language).data ?? ctx.locale)
  })
}

/** RFC 6266: a name for old programs, and the name itself. */
function send(reply: FastifyReply, { bytes, type, name, plainName }: Download): FastifyReply {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
}

function refuse(reply: FastifyReply, status: number, code: string, params: ErrorParams = {}): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ concert: { code, params } })
}
