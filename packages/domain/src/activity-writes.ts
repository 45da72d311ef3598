import { z } from 'zod'
import { activityDraft, activityReference, publishReason } from './activity.ts'
import { findArmedGroups } from './armed-groups.ts'
import { findPersonalData } from './personal-data.ts'

export const newActivity = z.strictObject({ idempotencyKey: z.uuid(), draft: activityDraft })
export type NewActivityInput = z.output<typeof newActivity>

/** The whole group reads reasons, so they name nobody either. */
const reasons = z
  .array(
    publishReason.refine(
      ({ reason }) => findPersonalData(reason).length === 0 && findArmedGroups(reason).length === 0,
      {
        path: ['reason'],
        params: { code: 'activities.reason_personal' },
      },
    ),
  )
  .max(60)

/** What was typed over the version that the form was opened with. */
export const activitySave = z.strictObject({
  reference: activityReference,
  expectedVersion: z.int().positive(),
  draft: activityDraft,
  /** Only for what is public already: reasons for warnings that it now gives. */
  reasons: reasons.default([]),
})
export type ActivitySave = z.output<typeof activitySave>

/** Which earlier version is to be the newest again, over the version that the reader has seen. */
export const activityRestoration = z.strictObject({
  reference: activityReference,
  version: z.int().positive(),
  expectedVersion: z.int().positive(),
})
export type ActivityRestoration = z.output<typeof activityRestoration>

export const activityPublication = z.strictObject({
  reference: activityReference,
  expectedVersion: z.int().positive(),
  reasons,
})
export type ActivityPublication = z.output<typeof activityPublication>

export const activityWithdrawal = z.strictObject({
  reference: activityReference,
  reason: z.string().trim().min(3).max(1000),
})
export type ActivityWithdrawal = z.output<typeof activityWithdrawal>

export const oneActivity = z.strictObject({ reference: activityReference })
export type OneActivity = z.output<typeof oneActivity>
