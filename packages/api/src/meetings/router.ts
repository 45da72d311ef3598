import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { confirmDocument } from './confirm-document.ts'
import { getMeetingPage, listMeetings } from './queries.ts'

export const meetingsRouter = router({
  list: procedure.meta({ policy: 'public' }).query(({ ctx }) => listMeetings(ctx)),
  get: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ slug: z.string().max(100) }))
    .query(({ ctx, input }) => getMeetingPage(ctx, input)),
  confirmDocument: procedure
    .meta({ policy: 'coordination.write' })
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => confirmDocument(ctx, input)),
})
