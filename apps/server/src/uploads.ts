import type { ChosenFile } from '@concert/api/chosen-file'
import type { Context } from '@concert/api/context'
import { mayUse, type Policy } from '@concert/domain/actor'
import { DomainError, type ErrorParams } from '@concert/domain/errors'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { MakeContext } from './app.ts'

const megabyte = 1024 * 1024

/** A place to which a page sends files that a person chose. */
export interface Upload {
  path: string
  policy: Policy
  maxFiles: number
  maxMegabytes: number
  /** What becomes the JSON that the page gets. A DomainError is a refusal in words. */
  handle(ctx: Context, files: readonly ChosenFile[], options: UploadOptions): Promise<unknown>
}

export interface UploadOptions {
  /** `?encoding=windows-1252`: a person says so of a text file that is not Unicode. */
  encoding: 'windows-1252' | undefined
}

/** For places that take one file at a time. */
export function oneFile(
  use: (ctx: Context, file: ChosenFile, options: UploadOptions) => Promise<unknown>,
): Upload['handle'] {
  return async (ctx, [file], options) => {
    if (!file) throw new DomainError('imports.no_file')
    return use(ctx, file, options)
  }
}

/** Requests of other sites are refused before they come here (`refuseCrossSite`). */
export async function registerUploads(
  app: FastifyInstance,
  makeContext: MakeContext,
  uploads: readonly Upload[],
): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fields: 0, headerPairs: 50 } })
    for (const upload of uploads) {
      scope.post(upload.path, async (request, reply) => {
        const ctx = await makeContext(request)
        if (!mayUse(ctx.actor, upload.policy)) {
          return ctx.actor.kind === 'anonymous'
            ? refuse(reply, 401, 'errors.sign_in_first')
            : refuse(reply, 403, 'errors.not_allowed')
        }
        if (!request.isMultipart()) return refuse(reply, 415, 'errors.bad_request')
        try {
          const files = await receive(request, upload)
          const answer = await upload.handle(ctx, files, optionsOf(request))
          return reply.header('cache-control', 'no-store').send(answer)
        } catch (error) {
          const refusal = refusalOf(error, upload)
          if (refusal) return refuse(reply, 422, refusal.code, refusal.params)
          request.log.error({ err: error, requestId: request.id }, 'unexpected error')
          return refuse(reply, 500, 'errors.unexpected', { reference: request.id }, request.id)
        }
      })
    }
  })
}

async function receive(request: FastifyRequest, { maxFiles, maxMegabytes }: Upload): Promise<ChosenFile[]> {
  const limits = { files: maxFiles, parts: maxFiles, fileSize: maxMegabytes * megabyte }
  const files: ChosenFile[] = []
  for await (const part of request.files({ limits })) files.push({ name: part.filename, bytes: await part.toBuffer() })
  if (files.length === 0) throw new DomainError('imports.no_file')
  return files
}

function optionsOf(request: FastifyRequest): UploadOptions {
  const { encoding } = request.query as Record<string, unknown>
  return { encoding: encoding === 'windows-1252' ? encoding : undefined }
}

function refusalOf(error: unknown, upload: Upload): { code: string; params: ErrorParams } | undefined {
  if (error instanceof DomainError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return { code: 'imports.file_too_large', params: { limit: upload.maxMegabytes } }
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return { code: 'imports.too_many_files', params: { limit: upload.maxFiles } }
    case 'FST_MULTIPART_PREMATURE_CLOSE':
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case 'ECONNRESET':
      return { code: 'imports.upload_broken', params: {} }
    default:
      return error instanceof Error && /unexpected end|malformed part/i.test(error.message)
        ? { code: 'imports.upload_broken', params: {} }
        : undefined
  }
}

function refuse(
  reply: FastifyReply,
  status: number,
  code: string,
  params: ErrorParams = {},
  reference?: string,
): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ concert: { code, params, reference } })
}
