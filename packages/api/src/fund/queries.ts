import { sumFund } from '@concert/db/fund-totals'
import type { FundTotals } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** The public totals, the same for whoever asks. */
export function readFundTotals(ctx: Context, reader: Locale): Promise<FundTotals> {
  return inTransaction(asVisitor(ctx), async (trx) => ({
    asOf: ctx.now().toISOString(),
    ...(await sumFund(trx, reader)),
  }))
}
