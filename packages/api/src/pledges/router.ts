import { dueFilter } from '@concert/domain/instalment-reminders'
import { locale } from '@concert/domain/locales'
import { pledgeAnnouncement, pledgeFilter, pledgeFormalisation } from '@concert/domain/pledge'
import {
  announcementChange,
  conditionMeeting,
  pledgeIncrease,
  pledgeReduction,
  pledgeWithdrawal,
  writeOff,
} from '@concert/domain/pledge-changes'
import { outcomeRecord } from '@concert/domain/pledge-outcome'
import { scheduleOf, scheduleTerms } from '@concert/domain/schedule'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { announcePledge } from './announce-pledge.ts'
import { changeAnnouncement } from './change-announcement.ts'
import { formalisePledge } from './formalise-pledge.ts'
import { increasePledge } from './increase-pledge.ts'
import { meetCondition } from './meet-condition.ts'
import { listDueInstalments, listPledgeRows, listPledges, readPledge, readPledgeStory } from './queries.ts'
import { recordOutcome } from './record-outcome.ts'
import { reducePledge } from './reduce-pledge.ts'
import { withdrawPledge } from './withdraw-pledge.ts'
import { writeOffPledge } from './write-off-pledge.ts'

const onePledge = z.strictObject({ reference: z.string().max(20), locale })

export const pledgesRouter = router({
  list: procedure
    .meta({ policy: 'public' })
    .input(pledgeFilter.omit({ life: true, overdue: true }).extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => listPledges(ctx, filter, reader)),
  get: procedure
    .meta({ policy: 'public' })
    .input(onePledge)
    .query(({ ctx, input }) => readPledge(ctx, input.reference, input.locale)),

  rows: procedure
    .meta({ policy: 'fund.read' })
    .input(pledgeFilter.extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => listPledgeRows(ctx, filter, reader)),
  due: procedure
    .meta({ policy: 'fund.read' })
    .input(dueFilter.extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => listDueInstalments(ctx, filter, reader)),
  story: procedure
    .meta({ policy: 'fund.read' })
    .input(onePledge)
    .query(({ ctx, input }) => readPledgeStory(ctx, input.reference, input.locale)),
  schedule: procedure
    .meta({ policy: 'fund.read' })
    .input(scheduleTerms)
    .query(({ input }) => scheduleOf(input)),
  announce: procedure
    .meta({ policy: 'fund.write' })
    .input(pledgeAnnouncement)
    .mutation(({ ctx, input }) => announcePledge(ctx, input)),
  formalise: procedure
    .meta({ policy: 'fund.write' })
    .input(pledgeFormalisation)
    .mutation(({ ctx, input }) => formalisePledge(ctx, input)),
  change: procedure
    .meta({ policy: 'fund.write' })
    .input(announcementChange)
    .mutation(({ ctx, input }) => changeAnnouncement(ctx, input)),
  meetCondition: procedure
    .meta({ policy: 'fund.write' })
    .input(conditionMeeting)
    .mutation(({ ctx, input }) => meetCondition(ctx, input)),
  increase: procedure
    .meta({ policy: 'fund.write' })
    .input(pledgeIncrease)
    .mutation(({ ctx, input }) => increasePledge(ctx, input)),
  reduce: procedure
    .meta({ policy: 'fund.write' })
    .input(pledgeReduction)
    .mutation(({ ctx, input }) => reducePledge(ctx, input)),
  withdraw: procedure
    .meta({ policy: 'fund.write' })
    .input(pledgeWithdrawal)
    .mutation(({ ctx, input }) => withdrawPledge(ctx, input)),
  writeOff: procedure
    .meta({ policy: 'fund.write' })
    .input(writeOff)
    .mutation(({ ctx, input }) => writeOffPledge(ctx, input)),
  recordOutcome: procedure
    .meta({ policy: 'fund.write' })
    .input(outcomeRecord)
    .mutation(({ ctx, input }) => recordOutcome(ctx, input)),
})
