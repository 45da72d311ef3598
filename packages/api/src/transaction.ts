import { createHash } from 'node:crypto'
import type { Trx } from '@concert/db/client'
import { findFirstAnswer, insertFirstAnswer, lockKey } from '@concert/db/idempotency'
import { actAs } from '@concert/db/identity'
import { DomainError } from '@concert/domain/errors'
import type { Context } from './context.ts'

/** One transaction in the name of the one who asks, under row-level security. Every read and write goes through here. */
export function inTransaction<Result>(ctx: Context, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  return ctx.db.transaction().execute(async (trx) => {
    await actAs(trx, ctx.actor)
    return work(trx)
  })
}

/**
 * As `inTransaction`, but a key does its work once: the same key with the same `body` answers with the first result,
 * with another body it is refused. What `work` returns must survive JSON.
 */
export function once<Result>(
  ctx: Context,
  request: { key: string; procedure: string; body: unknown },
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const bodyHash = createHash('sha256').update(canonical(request.body)).digest('hex')
  return inTransaction(ctx, async (trx) => {
    await lockKey(trx, request.key)
    const first = await findFirstAnswer(trx, request.key)
    if (first) {
      if (first.procedure !== request.procedure || first.bodyHash !== bodyHash)
        throw new DomainError('errors.key_reused')
      return first.response as Result
    }
    const response = await work(trx)
    const actorId = ctx.actor.kind === 'person' ? ctx.actor.userId : null
    await insertFirstAnswer(trx, { key: request.key, procedure: request.procedure, actorId, bodyHash, response })
    return response
  })
}

/** The same text for the same value, in whatever order its keys stand. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
