import { locale } from '@concert/domain/locales'
import {
  allocationUndoing,
  bankAccountOpening,
  overpaymentGift,
  paymentAllocation,
  paymentFilter,
  paymentRecord,
  paymentRefund,
} from '@concert/domain/payment'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { allocatePayment } from './allocate-payment.ts'
import { giveOverpayment } from './give-overpayment.ts'
import { openBankAccount } from './open-bank-account.ts'
import { listBankAccounts, listOpenPledges, listPayments, readPaymentStory } from './queries.ts'
import { recordPayment } from './record-payment.ts'
import { refundPayment } from './refund-payment.ts'
import { undoAllocation } from './undo-allocation.ts'

export const paymentsRouter = router({
  rows: procedure
    .meta({ policy: 'fund.read' })
    .input(paymentFilter.extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => listPayments(ctx, filter, reader)),
  story: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ reference: z.string().max(20), locale }))
    .query(({ ctx, input }) => readPaymentStory(ctx, input.reference, input.locale)),
  openPledges: procedure
    .meta({ policy: 'fund.read' })
    .input(z.strictObject({ donorId: z.uuid(), locale }))
    .query(({ ctx, input }) => listOpenPledges(ctx, input.donorId, input.locale)),
  bankAccounts: procedure.meta({ policy: 'fund.read' }).query(({ ctx }) => listBankAccounts(ctx)),

  openBankAccount: procedure
    .meta({ policy: 'fund.write' })
    .input(bankAccountOpening)
    .mutation(({ ctx, input }) => openBankAccount(ctx, input)),
  record: procedure
    .meta({ policy: 'fund.write' })
    .input(paymentRecord)
    .mutation(({ ctx, input }) => recordPayment(ctx, input)),
  allocate: procedure
    .meta({ policy: 'fund.write' })
    .input(paymentAllocation)
    .mutation(({ ctx, input }) => allocatePayment(ctx, input)),
  undoAllocation: procedure
    .meta({ policy: 'fund.write' })
    .input(allocationUndoing)
    .mutation(({ ctx, input }) => undoAllocation(ctx, input)),
  giveOverpayment: procedure
    .meta({ policy: 'fund.write' })
    .input(overpaymentGift)
    .mutation(({ ctx, input }) => giveOverpayment(ctx, input)),
  refund: procedure
    .meta({ policy: 'fund.write' })
    .input(paymentRefund)
    .mutation(({ ctx, input }) => refundPayment(ctx, input)),
})
