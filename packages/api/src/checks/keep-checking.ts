import { findCheckRuns } from '@concert/db/check-runs'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { standingChecks } from './registry.ts'
import { runChecks } from './run-checks.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** Runs the standing checks at the start and then every day, until the returned function is called. */
export function keepChecking(ctx: Context): () => Promise<void> {
  const stop = new AbortController()
  const look = (age: number) =>
    checkWhenDue(ctx, age, stop.signal).catch((err: unknown) => {
      ctx.log.warn({ err }, 'the standing checks could not be run; trying again in an hour')
      return false
    })
  // A restart runs them again unless another replica, or the last start, did within the hour.
  let running = look(hour)
  const timer = setInterval(() => {
    running = running.then(() => look(day))
  }, hour)
  return async () => {
    clearInterval(timer)
    stop.abort()
    await running
  }
}

/** Runs the checks when one of them did not run for `age` milliseconds; whether it did. */
export async function checkWhenDue(ctx: Context, age: number, signal?: AbortSignal): Promise<boolean> {
  const since = new Date(ctx.now().getTime() - age).toISOString()
  const runs = new Map((await inTransaction(ctx, findCheckRuns)).map((run) => [run.id, run.ranAt]))
  if (standingChecks.every(({ id }) => (runs.get(id) ?? '') > since)) return false
  for (const { id, severity, ok, found } of await runChecks(ctx, signal)) {
    if (!ok && severity === 'fault') ctx.log.error({ check: id, found }, 'a standing check found a contradiction')
  }
  return true
}
