import { cpus, loadavg, totalmem } from 'node:os'
import type { Db } from '@concert/db/client'
import { sql } from '@concert/db/testing/sql'

/** Milliseconds, sorted. */
export type Timings = readonly number[]

/** Runs `work` once unmeasured, then `times` times; how long each took. */
export async function measure(times: number, work: (round: number) => Promise<unknown>): Promise<Timings> {
  await work(0)
  const taken: number[] = []
  for (let round = 1; round <= times; round += 1) {
    const start = performance.now()
    await work(round)
    taken.push(performance.now() - start)
  }
  return taken.toSorted((a, b) => a - b)
}

/** The value below which `share` of the timings lie. */
export function percentile(timings: Timings, share: number): number {
  return timings[Math.min(timings.length - 1, Math.ceil(timings.length * share) - 1)] ?? Number.NaN
}

/** One line: what was measured, its median and 95th percentile, and whether it is within `limit` milliseconds. */
export function report(what: string, timings: Timings, limit: number): boolean {
  const p95 = percentile(timings, 0.95)
  const isWithin = p95 <= limit
  const written = (ms: number) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`.padStart(9)
  const verdict = `${isWithin ? 'ok   ' : 'SHORT'} (p95 ≤ ${limit} ms)`
  say(`${what.padEnd(58)} median ${written(percentile(timings, 0.5))}  p95 ${written(p95)}  ${verdict}`)
  return isWithin
}

export async function describeMachine(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select split_part(version(), ' ', 2) as version`.execute(db)
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory}, load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}, PostgreSQL ${rows[0]?.version}; ${new Date().toISOString()}`
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
