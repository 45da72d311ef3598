import { findActivityVersions, updateActivity } from '@concert/db/activities'
import type { Trx } from '@concert/db/client'
import { type Activity, type ActivityDraft, draftOf, emptyDraft } from '@concert/domain/activity'
import { seesAssisted, withoutAssisted } from '@concert/domain/activity-access'
import { changedFields } from '@concert/domain/activity-merge'
import { unanswered } from '@concert/domain/activity-quality'
import type { SaveOutcome } from '@concert/domain/activity-view'
import type { ActivitySave } from '@concert/domain/activity-writes'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { keepVersion, openForWriting, personIdOf, publicPlacesOf, review, withKnownPartners } from './open-activity.ts'

/**
 * Keeps what was typed. A save over a version that is no longer the newest keeps nothing and answers with both, so that
 * the form can bring them together; what is public stays within the rules of publishing.
 */
export function saveActivity(ctx: Context, input: ActivitySave): Promise<SaveOutcome> {
  return inTransaction(ctx, (trx) => saveWithin(trx, ctx, input))
}

/** The same as a part of a transaction that writes more than the activity. */
export async function saveWithin(
  trx: Trx,
  ctx: Context,
  input: ActivitySave,
  change: 'saved' | 'restored' = 'saved',
): Promise<SaveOutcome> {
  const current = await openForWriting(trx, ctx, input.reference)
  if (current.version !== input.expectedVersion) return conflictWith(trx, ctx, current, input.expectedVersion)
  const typed = seesAssisted(ctx.actor, current) ? input.draft : withoutAssisted(input.draft)
  const draft = await withKnownPartners(trx, typed, current.leadAgencyId)
  const fields = changedFields(draftOf(current), draft)
  if (fields.length === 0) return { outcome: 'saved', activity: current }

  const publishReasons = [...input.reasons, ...current.publishReasons]
  if (current.visibility === 'public') {
    const findings = unanswered(await review(trx, ctx, draft), publishReasons)
    if (findings.length > 0) return { outcome: 'stopped', findings }
  }
  const written = await updateActivity(trx, current.id, {
    draft,
    expectedVersion: current.version,
    publicPlaces: await publicPlacesOf(trx, draft),
    publishReasons,
    by: personIdOf(ctx),
  })
  if (!written) throw new DomainError('activities.changed_meanwhile', { reference: current.reference })
  const activity = await keepVersion(trx, ctx, current.reference, change)
  await recordAudit(
    trx,
    ctx,
    `activity.${change}`,
    { type: 'activity', id: current.id },
    {
      reference: current.reference,
      version: activity.version,
      changed: Object.fromEntries(fields.map((field) => [field, draft[field]])),
      reasons: input.reasons,
    },
  )
  return { outcome: 'saved', activity }
}

async function conflictWith(trx: Trx, ctx: Context, current: Activity, expectedVersion: number): Promise<SaveOutcome> {
  const versions = await findActivityVersions(trx, current.id)
  const base = versions.find((one) => one.version === expectedVersion)
  const shown = (draft: ActivityDraft) => (seesAssisted(ctx.actor, current) ? draft : withoutAssisted(draft))
  return {
    outcome: 'conflict',
    // Against an unknown base every difference is a conflict, so that a person decides and nothing is lost.
    base: base ? shown(draftOf(base.snapshot)) : emptyDraft(),
    theirs: shown(draftOf(current)),
    theirVersion: current.version,
    theirName: versions.at(-1)?.byName ?? '',
  }
}
