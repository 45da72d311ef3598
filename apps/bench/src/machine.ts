import { cpus, totalmem, type } from 'node:os'
import type { Db } from '@concert/db/client'
import { findServerVersion } from '@concert/db/testing/server'

/** What figures were measured on, one line each; no figure is worth anything without it. */
export async function describeMachine(db: Db, seed: number): Promise<string[]> {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `Machine     ${type()} ${process.arch}, ${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GiB`,
    `Versions    Node ${process.versions.node}, PostgreSQL ${await findServerVersion(db)}`,
    `Date, seed  ${new Date().toISOString()}, ${seed}`,
  ]
}
