import { procedure, router } from '../trpc.ts'
import { countInbox } from './queries.ts'

export const inboxRouter = router({
  counts: procedure.meta({ policy: 'signed_in' }).query(({ ctx }) => countInbox(ctx)),
})
