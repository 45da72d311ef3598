import { countSignaturesFor, findSignatures } from '@concert/db/signatures'
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
import { officerOf } from './officer.ts'
import { refuseSignature } from './refuse-signature.ts'

const pageSize = 50

export const signaturesRouter = router({
  list: procedure
    .meta({ policy: 'fund.read' })
    .input(signatureFilter)
    .query(({ ctx, input }) => listSignatures(ctx, input)),
  waiting: procedure.meta({ policy: 'fund.read' }).query(({ ctx }) => countWaiting(ctx)),
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

/** How many requests this officer may decide as the second one. */
function countWaiting(ctx: Context): Promise<number> {
  const { id } = officerOf(ctx)
  return inTransaction(ctx, (trx) => countSignaturesFor(trx, id))
}
