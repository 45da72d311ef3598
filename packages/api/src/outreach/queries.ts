import { findNextSteps, findOutreachEntities } from '@concert/db/outreach'
import { addDays, today } from '@concert/domain/calendar-date'
import type { OutreachEntity } from '@concert/domain/outreach'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export const daysAhead = 14
export const mostDue = 50

export function listEntities(ctx: Context): Promise<OutreachEntity[]> {
  return inTransaction(ctx, findOutreachEntities)
}

/** Next steps of the coming two weeks and those whose day has passed, for the coordinator's inbox. */
export function listStepsDue(ctx: Context): Promise<OutreachEntity[]> {
  const until = addDays(today(ctx.now()), daysAhead)
  return inTransaction(ctx, async (trx) => (await findNextSteps(trx, { limit: mostDue, until })).entities)
}
