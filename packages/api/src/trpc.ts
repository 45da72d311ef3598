import { mayUse, type Policy } from '@concert/domain/actor'
import { initTRPC, TRPCError } from '@trpc/server'
import type { Context } from './context.ts'
import { mapError, toWireError } from './errors.ts'

interface Meta {
  policy: Policy
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => toWireError(shape, error, ctx?.requestId),
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** The only gate in the API: a procedure without a stated policy cannot be called at all. */
export const procedure = t.procedure.use(async ({ ctx, meta, next, path }) => {
  if (!meta) throw new Error(`${path} states no policy`)
  if (!mayUse(ctx.actor, meta.policy)) {
    throw new TRPCError({ code: ctx.actor.kind === 'anonymous' ? 'UNAUTHORIZED' : 'FORBIDDEN' })
  }
  const result = await next()
  if (!result.ok) throw mapError(result.error, ctx, path)
  return result
})
