import { decisionClosing, decisionRecord, meetingChange, meetingPlan, sectionNote } from '@concert/domain/agenda'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { changeMeeting } from './change-meeting.ts'
import { closeDecision } from './close-decision.ts'
import { holdMeeting } from './hold-meeting.ts'
import { noteSection } from './note-section.ts'
import { planMeeting } from './plan-meeting.ts'
import { listOurDecisions, readAgenda } from './queries.ts'
import { recordDecision } from './record-decision.ts'

export const agendaRouter = router({
  read: procedure
    .meta({ policy: 'group.read' })
    .input(z.strictObject({ meeting: z.uuid().optional() }))
    .query(({ ctx, input }) => readAgenda(ctx, input)),
  ourDecisions: procedure.meta({ policy: 'group.read' }).query(({ ctx }) => listOurDecisions(ctx)),
  plan: procedure
    .meta({ policy: 'coordination.write' })
    .input(meetingPlan)
    .mutation(({ ctx, input }) => planMeeting(ctx, input)),
  change: procedure
    .meta({ policy: 'coordination.write' })
    .input(meetingChange)
    .mutation(({ ctx, input }) => changeMeeting(ctx, input)),
  note: procedure
    .meta({ policy: 'coordination.write' })
    .input(sectionNote)
    .mutation(({ ctx, input }) => noteSection(ctx, input)),
  decide: procedure
    .meta({ policy: 'coordination.write' })
    .input(decisionRecord)
    .mutation(({ ctx, input }) => recordDecision(ctx, input)),
  close: procedure
    .meta({ policy: 'coordination.write' })
    .input(decisionClosing)
    .mutation(({ ctx, input }) => closeDecision(ctx, input)),
  hold: procedure
    .meta({ policy: 'coordination.write' })
    .input(z.strictObject({ id: z.uuid(), idempotencyKey: z.uuid() }))
    .mutation(({ ctx, input }) => holdMeeting(ctx, input)),
})
