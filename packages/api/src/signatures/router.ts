import { findSignatures } from '@concert/db/signatures'
import type { Page } from '@concert/domain/fund-views'
import {
  type SecondSignature,
  type SignatureFilter,
  signatureConfirmation,
  signatureFilter,
  signatureRefusal,
} from '@concert/domain/second-signature'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { procedure, router } from '../trpc.ts'
import { confirmSignature } from './confirm-signature.ts'
import { refuseSignature } from './refuse-signature.ts'

const pageSize = 50

export const signaturesRouter = router({
  list: procedure
    .meta({ policy: 'fund.read' })
    .input(signatureFilter)
    .query(({ ctx, input }) => listSignatures(ctx, input)),
  confirm: procedure
    .meta({ policy: 'fund.write' })
    .input(signatureConfirmation)
    .mutation(({ ctx, input }) => confirmSignature(ctx, input)),
  refuse: procedure
    .meta({ policy: 'fund.write' })
    .input(signatureRefusal)
    .mutation(({ ctx, input }) => refuseSignature(ctx, input)),
})

function listSignatures(ctx: Context, filter: SignatureFilter): Promise<Page<SecondSignature>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findSignatures(trx, filter, pageSize)),
    page: filter.page,
    pageSize,
  }))
}
