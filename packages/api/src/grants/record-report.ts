import { upsertGrantReport } from '@concert/db/grant-reports'
import { getGrant } from '@concert/db/grants'
import { DomainError } from '@concert/domain/errors'
import type { GrantReportRecord } from '@concert/domain/grant'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { requireNotAhead } from './propose-grant.ts'

/** A report that the grantee owes, or what came of it. Counts of people are for fund managers until they are released. */
export function recordReport(ctx: Context, input: GrantReportRecord): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.recordReport', body: input }, async (trx) => {
    const { idempotencyKey: _, ...report } = input
    const { id, reference, carried } = await getGrant(trx, report.grantId)
    if (carried.awarded.amount.amountMinor === 0) throw new DomainError('grants.not_awarded', { reference })
    if (report.receivedOn !== null) requireNotAhead(ctx, report.receivedOn, 'receivedOn')
    await upsertGrantReport(trx, report)
    await recordAudit(trx, ctx, 'grant.report_recorded', { type: 'grant', id }, { reference, ...report })
    return { reference }
  })
}
