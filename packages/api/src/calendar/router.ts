import { monthRequest, timelineRequest } from '@concert/domain/calendar-view'
import { procedure, router } from '../trpc.ts'
import { readMonth, readTimeline } from './queries.ts'

export const calendarRouter = router({
  timeline: procedure
    .meta({ policy: 'public' })
    .input(timelineRequest)
    .query(({ ctx, input }) => readTimeline(ctx, input)),
  month: procedure
    .meta({ policy: 'group.read' })
    .input(monthRequest)
    .query(({ ctx, input }) => readMonth(ctx, input)),
})
