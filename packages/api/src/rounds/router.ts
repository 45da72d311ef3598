import { answerBatch, deadlineChange, loggedActivity, newRound, oneRound, submission } from '@concert/domain/round'
import { procedure, router } from '../trpc.ts'
import { answerActivities } from './answer-activities.ts'
import { changeDeadline } from './change-deadline.ts'
import { clearReport } from './clear-report.ts'
import { closeRound } from './close-round.ts'
import { logActivity } from './log-activity.ts'
import { openRound } from './open-round.ts'
import { listRounds, showRound } from './queries.ts'
import { reopenReport } from './reopen-report.ts'
import { submitReport } from './submit-report.ts'

export const roundsRouter = router({
  list: procedure.meta({ policy: 'group.read' }).query(({ ctx }) => listRounds(ctx)),
  show: procedure
    .meta({ policy: 'group.read' })
    .input(oneRound.partial())
    .query(({ ctx, input }) => showRound(ctx, input)),
  open: procedure
    .meta({ policy: 'coordination.write' })
    .input(newRound)
    .mutation(({ ctx, input }) => openRound(ctx, input)),
  changeDeadline: procedure
    .meta({ policy: 'coordination.write' })
    .input(deadlineChange)
    .mutation(({ ctx, input }) => changeDeadline(ctx, input)),
  close: procedure
    .meta({ policy: 'coordination.write' })
    .input(oneRound)
    .mutation(({ ctx, input }) => closeRound(ctx, input)),
  answer: procedure
    .meta({ policy: 'rounds.report' })
    .input(answerBatch)
    .mutation(({ ctx, input }) => answerActivities(ctx, input)),
  log: procedure
    .meta({ policy: 'rounds.report' })
    .input(loggedActivity)
    .mutation(({ ctx, input }) => logActivity(ctx, input)),
  submit: procedure
    .meta({ policy: 'rounds.report' })
    .input(submission)
    .mutation(({ ctx, input }) => submitReport(ctx, input)),
  clear: procedure
    .meta({ policy: 'rounds.clear' })
    .input(submission)
    .mutation(({ ctx, input }) => clearReport(ctx, input)),
  reopen: procedure
    .meta({ policy: 'rounds.clear' })
    .input(oneRound)
    .mutation(({ ctx, input }) => reopenReport(ctx, input)),
})
