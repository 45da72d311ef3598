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
 * What is read for a stream, all of it as it was at one moment: a read-only transaction in the name of the one who asks,
 * which ends with the stream or when its reader goes away.
 */
export async function* inSnapshot<Item>(
  ctx: Context,
  read: (trx: Trx) => AsyncIterable<Item>,
): AsyncGenerator<Item, void> {
  const trx = await ctx.db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    await actAs(trx, ctx.actor)
    yield* read(trx)
  } finally {
    await trx.rollback().execute()
  }
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
