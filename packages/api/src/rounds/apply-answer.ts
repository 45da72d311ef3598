import { findActivityVersions } from '@concert/db/activities'
import type { Trx } from '@concert/db/client'
import { type Activity, draftOf } from '@concert/domain/activity'
import { mergeDrafts } from '@concert/domain/activity-merge'
import type { AnsweredFields, AnswerOutcome } from '@concert/domain/round'
import { saveWithin } from '../activities/save-activity.ts'
import type { Context } from '../context.ts'

/**
 * Writes status and dates of an answer into the activity by its own use case. Typed over an older version, they are
 * brought together with what came meanwhile; where both changed a field nothing is written and a person decides.
 */
export async function applyAnswer(
  trx: Trx,
  ctx: Context,
  activity: Activity,
  answer: AnsweredFields & { expectedVersion: number },
): Promise<AnswerOutcome> {
  const { reference, version } = activity
  const theirs = draftOf(activity)
  const { status, startOn, endOn } = answer
  const versions = answer.expectedVersion === version ? [] : await findActivityVersions(trx, activity.id)
  const known = versions.find((one) => one.version === answer.expectedVersion)
  const base = known ? draftOf(known.snapshot) : theirs
  const { merged, conflicts } = mergeDrafts(base, { ...base, status, startOn, endOn }, theirs)
  if (conflicts.length > 0) {
    const fields = { status: theirs.status, startOn: theirs.startOn, endOn: theirs.endOn }
    const theirName = versions.at(-1)?.byName ?? ''
    return { outcome: 'conflict', reference, theirs: fields, theirVersion: version, theirName }
  }
  const saved = await saveWithin(trx, ctx, { reference, expectedVersion: version, draft: merged, reasons: [] })
  if (saved.outcome === 'saved') return { outcome: 'kept', reference, version: saved.activity.version }
  const codes = saved.outcome === 'stopped' ? saved.findings.map(({ code }) => code) : []
  return { outcome: 'stopped', reference, codes: [...new Set(codes)] }
}
