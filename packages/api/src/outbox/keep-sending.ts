import { deleteClosedMail } from '@concert/db/outbox'
import { outboxDays } from '@concert/domain/outbox'
import { planDigests } from '../digests/plan-digests.ts'
import { keepDoing } from '../keep-doing.ts'
import { type SendingContext, sendNext } from './send-next.ts'

const pause = 10_000
const patience = 3_000
const day = 24 * 60 * 60 * 1000

/** Prepares digests and sends what is in the outbox, until the returned function is called and has finished. */
export function keepSending(ctx: SendingContext): () => Promise<void> {
  const hanging = new AbortController()
  const stop = keepDoing(async (isStopping) => {
    await emptyOutbox(ctx, { isStopping, signal: hanging.signal }).catch((err: unknown) => {
      if (!isStopping()) ctx.log.warn({ err }, 'the outbox could not be worked on; trying again')
    })
    return false
  }, pause)
  return async () => {
    // A mail server that hangs keeps nothing from stopping: what it was being given stays in the outbox.
    const timer = setTimeout(() => hanging.abort(new Error('stopping')), patience)
    await stop()
    clearTimeout(timer)
  }
}

/** Prepares what is due and sends until nothing waits. A failure ends the round: it may be the mail server's own. */
export async function emptyOutbox(
  ctx: SendingContext,
  { isStopping, signal }: { isStopping?: () => boolean; signal?: AbortSignal } = {},
): Promise<void> {
  await deleteClosedMail(ctx.db, new Date(ctx.now().getTime() - outboxDays * day).toISOString())
  await planDigests(ctx)
  while (!isStopping?.()) {
    const delivery = await sendNext(ctx, signal)
    if (delivery === null || delivery === 'failed') return
  }
}
