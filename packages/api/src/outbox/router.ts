import { procedure, router } from '../trpc.ts'
import { readOutbox } from './queries.ts'

export const outboxRouter = router({
  state: procedure.meta({ policy: 'users.write' }).query(({ ctx }) => readOutbox(ctx)),
})
