import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { runChecks } from './run-checks.ts'

/** Runs every standing check because somebody asks; how many ran, and how many found a contradiction. */
export async function runChecksNow(ctx: Context): Promise<{ ran: number; broken: number }> {
  const reports = await runChecks(ctx)
  const broken = reports.filter(({ ok, severity }) => !ok && severity === 'fault').map(({ id }) => id)
  await inTransaction(ctx, (trx) =>
    recordAudit(trx, ctx, 'checks.ran', { type: 'check', id: 'all' }, { ran: reports.length, broken }),
  )
  return { ran: reports.length, broken: broken.length }
}
