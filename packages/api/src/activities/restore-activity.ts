import { findActivityVersions } from '@concert/db/activities'
import { draftOf } from '@concert/domain/activity'
import type { SaveOutcome } from '@concert/domain/activity-view'
import type { ActivityRestoration } from '@concert/domain/activity-writes'
import { NotFound } from '@concert/domain/errors'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openForWriting } from './open-activity.ts'
import { saveWithin } from './save-activity.ts'

/** What an earlier version said becomes the newest version, by the rules of every save; the versions between stay. */
export function restoreActivity(ctx: Context, input: ActivityRestoration): Promise<SaveOutcome> {
  const { reference, version, expectedVersion } = input
  return inTransaction(ctx, async (trx) => {
    const current = await openForWriting(trx, ctx, reference)
    const earlier = (await findActivityVersions(trx, current.id)).find((one) => one.version === version)
    if (!earlier) throw new NotFound('activity_version')
    const draft = draftOf(earlier.snapshot)
    return saveWithin(trx, ctx, { reference, expectedVersion, draft, reasons: [] }, 'restored')
  })
}
