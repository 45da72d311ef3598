import { sumFund } from '@concert/db/fund-totals'
import { today } from '@concert/domain/calendar-date'
import type { Cohort } from '@concert/domain/cohort'
import type { FundTotals } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { findCohorts } from './cohort-figures.ts'

/** The public totals, the same for whoever asks. */
export function readFundTotals(ctx: Context, reader: Locale): Promise<FundTotals> {
  return inTransaction(asVisitor(ctx), async (trx) => ({
    asOf: ctx.now().toISOString(),
    ...(await sumFund(trx, reader)),
  }))
}

/** How far the pledges of each meeting were fulfilled, the same for whoever asks. */
export function readCohorts(ctx: Context): Promise<{ asOf: string; cohorts: Cohort[] }> {
  return inTransaction(asVisitor(ctx), async (trx) => ({
    asOf: ctx.now().toISOString(),
    cohorts: await findCohorts(trx, today(ctx.now())),
  }))
}
