import { DomainError, type ErrorParams, NotFound } from '@concert/domain/errors'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import type { Context } from './context.ts'

export interface WireIssue {
  path: string
  code: string
  params: ErrorParams
}

/** What a client is told of a refusal: codes and parameters; the words are in the catalogues. */
export interface WireError {
  code: string
  params: ErrorParams
  field?: string
  issues?: WireIssue[]
  reference?: string
}

/** Refusals become transport errors here and nowhere else; what nobody foresaw is logged with a reference and masked. */
export function mapError(error: TRPCError, ctx: Context, path: string): TRPCError {
  const cause = error.cause
  if (cause instanceof NotFound) return new TRPCError({ code: 'NOT_FOUND', cause })
  if (cause instanceof DomainError) return new TRPCError({ code: 'UNPROCESSABLE_CONTENT', cause })
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    ctx.log.error({ err: cause ?? error, requestId: ctx.requestId, path }, 'unexpected error')
  }
  return error
}

/** The shape that tRPC sends, with nothing of the server's inside left in it. */
export function toWireError<Shape extends { message: string; data: object }>(
  shape: Shape,
  error: TRPCError,
  reference: string | undefined,
): Shape & { data: { concert: WireError } } {
  const concert = describe(error, reference)
  return { ...shape, message: concert.code, data: { ...shape.data, stack: undefined, concert } }
}

function describe(error: TRPCError, reference: string | undefined): WireError {
  const cause = error.cause
  if (cause instanceof DomainError) return { code: cause.code, params: cause.params, field: cause.field }
  if (cause instanceof ZodError) {
    const issues = cause.issues.map((issue) => {
      const path = issue.path.join('.')
      const params = 'params' in issue ? (issue.params as (ErrorParams & { code?: string }) | undefined) : undefined
      if (issue.code === 'custom' && typeof params?.code === 'string') return { path, code: params.code, params }
      return { path, code: `errors.${issue.code}`, params: plainParams(issue) }
    })
    return { code: 'errors.invalid_input', params: {}, issues }
  }
  switch (error.code) {
    case 'UNAUTHORIZED':
      return { code: 'errors.sign_in_first', params: {} }
    case 'FORBIDDEN':
      return { code: 'errors.not_allowed', params: {} }
    case 'NOT_FOUND':
      return { code: 'errors.not_found', params: {} }
    case 'TOO_MANY_REQUESTS':
      return { code: 'errors.too_many_requests', params: {} }
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
    case 'METHOD_NOT_SUPPORTED':
    case 'UNSUPPORTED_MEDIA_TYPE':
    case 'PAYLOAD_TOO_LARGE':
      return { code: 'errors.bad_request', params: {} }
    default:
      return { code: 'errors.unexpected', params: { reference: reference ?? '' }, reference }
  }
}

function plainParams(issue: object): ErrorParams {
  const params: ErrorParams = {}
  for (const [key, value] of Object.entries(issue)) {
    if (key !== 'message' && key !== 'code' && (typeof value === 'string' || typeof value === 'number'))
      params[key] = value
  }
  return params
}
