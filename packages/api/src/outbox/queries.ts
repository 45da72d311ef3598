import { sumOutbox } from '@concert/db/outbox'
import { type OutboxState, outboxDays } from '@concert/domain/outbox'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const day = 24 * 60 * 60 * 1000

/** What waits, what was sent and what was given up, in numbers and reasons. */
export function readOutbox(ctx: Context): Promise<OutboxState> {
  const since = new Date(ctx.now().getTime() - outboxDays * day).toISOString()
  return inTransaction(ctx, async (trx) => ({
    isSetUp: ctx.mail !== undefined,
    ...(await sumOutbox(trx, since)),
  }))
}
