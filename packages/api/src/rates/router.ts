import { findRates } from '@concert/db/rates'
import { currencyCode } from '@concert/domain/currencies'
import type { ExchangeRate } from '@concert/domain/exchange-rate'
import { rateRecord } from '@concert/domain/exchange-rate'
import type { Page } from '@concert/domain/fund-views'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { procedure, router } from '../trpc.ts'
import { recordRate } from './record-rate.ts'

const pageSize = 60

const rateFilter = z.strictObject({
  currency: currencyCode.optional(),
  page: z.int().min(1).max(10_000).default(1),
})

export const ratesRouter = router({
  list: procedure
    .meta({ policy: 'fund.read' })
    .input(rateFilter)
    .query(({ ctx, input }) => listRates(ctx, input)),
  record: procedure
    .meta({ policy: 'fund.write' })
    .input(rateRecord.safeExtend({ idempotencyKey: z.uuid() }))
    .mutation(({ ctx, input: { idempotencyKey, ...rate } }) => recordRate(ctx, { rate, idempotencyKey })),
})

function listRates(ctx: Context, filter: z.infer<typeof rateFilter>): Promise<Page<ExchangeRate>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findRates(trx, { ...filter, pageSize })),
    page: filter.page,
    pageSize,
  }))
}
