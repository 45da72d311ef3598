import { previewImport } from '@concert/api/imports/preview-import'
import type { ChosenFile } from '@concert/api/imports/read-files'
import { runImport } from '@concert/api/imports/run-import'
import { mayUse } from '@concert/domain/actor'
import { DomainError, type ErrorParams } from '@concert/domain/errors'
import type { ImportReport } from '@concert/domain/import-plan'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { MakeContext } from './app.ts'

const megabyte = 1024 * 1024
const maxFileMegabytes = 20
const maxFiles = 5
const shownFindings = 500

/**
 * Files that a person chose on the page of imports: `POST /api/imports/iati/preview` says what would happen,
 * `…/run` does it. Requests of other sites are refused before they come here (`refuseCrossSite`).
 */
export async function registerUploads(app: FastifyInstance, makeContext: MakeContext): Promise<void> {
  await app.register(async (uploads) => {
    await uploads.register(multipart, {
      limits: { files: maxFiles, fields: 0, parts: maxFiles, fileSize: maxFileMegabytes * megabyte, headerPairs: 50 },
    })
    const route = (path: string, use: typeof previewImport) =>
      uploads.post(`/api/imports/iati/${path}`, async (request, reply) => {
        const ctx = await makeContext(request)
        if (!mayUse(ctx.actor, 'imports.write')) {
          return ctx.actor.kind === 'anonymous'
            ? refuse(reply, 401, 'errors.sign_in_first')
            : refuse(reply, 403, 'errors.not_allowed')
        }
        if (!request.isMultipart()) return refuse(reply, 415, 'errors.bad_request')
        try {
          const files = await receive(request)
          return reply.header('cache-control', 'no-store').send(shortened(await use(ctx, files)))
        } catch (error) {
          const refusal = refusalOf(error)
          if (refusal) return refuse(reply, 422, refusal.code, refusal.params)
          request.log.error({ err: error, requestId: request.id }, 'unexpected error')
          return refuse(reply, 500, 'errors.unexpected', { reference: request.id }, request.id)
        }
      })
    route('preview', previewImport)
    route('run', runImport)
  })
}

async function receive(request: FastifyRequest): Promise<ChosenFile[]> {
  const files: ChosenFile[] = []
  for await (const part of request.files()) files.push({ name: part.filename, bytes: await part.toBuffer() })
  if (files.length === 0) throw new DomainError('imports.no_file')
  return files
}

/** The page shows the first findings of a file and says how many there are. */
function shortened(report: ImportReport): ImportReport {
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, findings: file.findings.slice(0, shownFindings) })),
  }
}

function refusalOf(error: unknown): { code: string; params: ErrorParams } | undefined {
  if (error instanceof DomainError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return { code: 'imports.file_too_large', params: { limit: maxFileMegabytes } }
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return { code: 'imports.too_many_files', params: { limit: maxFiles } }
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
