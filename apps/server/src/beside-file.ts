import type { ChosenFile } from '@concert/api/chosen-file'
import type { Context } from '@concert/api/context'
import { DomainError, type ErrorParams } from '@concert/domain/errors'
import type { z } from 'zod'
import type { Upload, UploadOptions } from './uploads.ts'

/**
 * Hands a file and what `beside.json`, sent with it, says to a use case. Throws DomainError, with the code that the
 * schema names where it names one.
 */
export function fileAndBeside<Schema extends z.ZodType>(
  schema: Schema,
  use: (ctx: Context, file: ChosenFile, beside: z.output<Schema>, options: UploadOptions) => Promise<unknown>,
): Upload['handle'] {
  return async (ctx, [file, json], options) => {
    if (!file || json?.name !== 'beside.json') throw new DomainError('errors.bad_request')
    const beside = schema.safeParse(parsed(json.bytes))
    if (beside.success) return use(ctx, file, beside.data, options)
    const issue = beside.error.issues[0]
    const { code, ...params }: ErrorParams = issue?.code === 'custom' ? (issue.params ?? {}) : {}
    throw new DomainError(typeof code === 'string' ? code : 'errors.bad_request', params, issue?.path.join('.'))
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
