import type { Db, Trx } from './client.ts'

export interface CheckRun {
  id: string
  ranAt: string
  ok: boolean
  found: number
  detail: string
}

/** Keeps the newest run of each check. */
export async function recordCheckRun(trx: Trx, run: CheckRun): Promise<void> {
  const values = { ran_at: run.ranAt, ok: run.ok, found: run.found, detail: run.detail }
  await trx
    .insertInto('check_run')
    .values({ check_id: run.id, ...values })
    .onConflict((conflict) => conflict.column('check_id').doUpdateSet(values))
    .execute()
}

export async function findCheckRuns(db: Db): Promise<CheckRun[]> {
  const rows = await db.selectFrom('check_run').selectAll().orderBy('check_id').execute()
  return rows.map((row) => ({ id: row.check_id, ranAt: row.ran_at, ok: row.ok, found: row.found, detail: row.detail }))
}
