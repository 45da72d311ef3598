import type { Trx } from '@concert/db/client'
import { readReconciliationState } from '@concert/db/reconciliation'
import { type CalendarDate, compareDates, today } from '@concert/domain/calendar-date'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** How far the books were compared with the accounts of record, and what was different there. */
export interface ReconciliationState {
  until: CalendarDate
  differenceUsd: number
}

/** As of a day. Null before the first comparison. */
export async function findReconciliation(trx: Trx, asOf: CalendarDate): Promise<ReconciliationState | null> {
  const { reconciledTo, differenceUsd } = await readReconciliationState(trx, asOf)
  return reconciledTo === null ? null : { until: reconciledTo, differenceUsd }
}

/** The same two values for anyone: what they rest on stays with fund managers. */
export function readPublicReconciliation(ctx: Context, until: CalendarDate): Promise<ReconciliationState | null> {
  const system: Context = { ...ctx, actor: { kind: 'system', name: 'statement' } }
  return inTransaction(system, (trx) => findReconciliation(trx, untilToday(ctx, until)))
}

/** The end of a statement's days, or today where that is still to come. */
export function untilToday(ctx: Context, until: CalendarDate): CalendarDate {
  const day = today(ctx.now())
  return compareDates(until, day) < 0 ? until : day
}
