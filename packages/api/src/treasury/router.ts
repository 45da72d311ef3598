import { findAccountHoldings } from '@concert/db/treasury'
import { bankConversion, interestRecord, openingBalance, supportCostRecord } from '@concert/domain/treasury'
import { inTransaction } from '../transaction.ts'
import { procedure, router } from '../trpc.ts'
import { openBalance } from './open-balance.ts'
import { recordConversion } from './record-conversion.ts'
import { recordInterest } from './record-interest.ts'
import { recordSupportCost } from './record-support-cost.ts'

export const treasuryRouter = router({
  accounts: procedure.meta({ policy: 'fund.read' }).query(({ ctx }) => inTransaction(ctx, findAccountHoldings)),
  recordInterest: procedure
    .meta({ policy: 'fund.write' })
    .input(interestRecord)
    .mutation(({ ctx, input }) => recordInterest(ctx, input)),
  recordSupportCost: procedure
    .meta({ policy: 'fund.write' })
    .input(supportCostRecord)
    .mutation(({ ctx, input }) => recordSupportCost(ctx, input)),
  recordConversion: procedure
    .meta({ policy: 'fund.write' })
    .input(bankConversion)
    .mutation(({ ctx, input }) => recordConversion(ctx, input)),
  openBalance: procedure
    .meta({ policy: 'fund.write' })
    .input(openingBalance)
    .mutation(({ ctx, input }) => openBalance(ctx, input)),
})
