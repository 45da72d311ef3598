import { activityFilter } from '@concert/domain/activity-filter'
import {
  activityPublication,
  activityRestoration,
  activitySave,
  activityWithdrawal,
  newActivity,
  oneActivity,
} from '@concert/domain/activity-writes'
import { procedure, router } from '../trpc.ts'
import { discardDraft } from './discard-draft.ts'
import { draftActivity } from './draft-activity.ts'
import { publishActivity } from './publish-activity.ts'
import {
  countAlongDimensions,
  listActivities,
  openActivity,
  readActivity,
  readHistory,
  readInbox,
  reviewQuality,
} from './queries.ts'
import { restoreActivity } from './restore-activity.ts'
import { saveActivity } from './save-activity.ts'
import { shareActivity } from './share-activity.ts'
import { submitActivity } from './submit-activity.ts'
import { withdrawActivity } from './withdraw-activity.ts'

export const activitiesRouter = router({
  list: procedure
    .meta({ policy: 'public' })
    .input(activityFilter)
    .query(({ ctx, input }) => listActivities(ctx, input)),
  tallies: procedure
    .meta({ policy: 'public' })
    .input(activityFilter)
    .query(({ ctx, input }) => countAlongDimensions(ctx, input)),
  get: procedure
    .meta({ policy: 'public' })
    .input(oneActivity)
    .query(({ ctx, input }) => readActivity(ctx, input)),
  history: procedure
    .meta({ policy: 'activities.read_group' })
    .input(oneActivity)
    .query(({ ctx, input }) => readHistory(ctx, input)),
  inbox: procedure.meta({ policy: 'signed_in' }).query(({ ctx }) => readInbox(ctx)),

  open: procedure
    .meta({ policy: 'activities.write' })
    .input(oneActivity)
    .query(({ ctx, input }) => openActivity(ctx, input)),
  quality: procedure
    .meta({ policy: 'activities.write' })
    .input(oneActivity)
    .query(({ ctx, input }) => reviewQuality(ctx, input)),
  draft: procedure
    .meta({ policy: 'activities.write' })
    .input(newActivity)
    .mutation(({ ctx, input }) => draftActivity(ctx, input)),
  save: procedure
    .meta({ policy: 'activities.write' })
    .input(activitySave)
    .mutation(({ ctx, input }) => saveActivity(ctx, input)),
  restore: procedure
    .meta({ policy: 'activities.write' })
    .input(activityRestoration)
    .mutation(({ ctx, input }) => restoreActivity(ctx, input)),
  submit: procedure
    .meta({ policy: 'activities.write' })
    .input(oneActivity)
    .mutation(({ ctx, input }) => submitActivity(ctx, input)),
  discard: procedure
    .meta({ policy: 'activities.write' })
    .input(oneActivity)
    .mutation(({ ctx, input }) => discardDraft(ctx, input)),
  share: procedure
    .meta({ policy: 'activities.publish' })
    .input(oneActivity)
    .mutation(({ ctx, input }) => shareActivity(ctx, input)),
  publish: procedure
    .meta({ policy: 'activities.publish' })
    .input(activityPublication)
    .mutation(({ ctx, input }) => publishActivity(ctx, input)),
  withdraw: procedure
    .meta({ policy: 'activities.publish' })
    .input(activityWithdrawal)
    .mutation(({ ctx, input }) => withdrawActivity(ctx, input)),
})
