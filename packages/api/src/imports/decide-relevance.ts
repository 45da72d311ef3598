import { getActivity, updateActivity } from '@concert/db/activities'
import type { Trx } from '@concert/db/client'
import { findReviewable, type Reviewable, updateRelevance } from '@concert/db/imports-review'
import { findPlaceTree } from '@concert/db/places'
import { draftOf } from '@concert/domain/activity'
import { changedFields } from '@concert/domain/activity-merge'
import { DomainError } from '@concert/domain/errors'
import type { ConfirmedClassification, ReviewDecision } from '@concert/domain/import-plan'
import { type PlaceNode, publicPlaceOf } from '@concert/domain/place-coarsening'
import { keepVersion, personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/**
 * A person's word on imported activities: they concern trafficking, or not, or it is open again. Only what concerns
 * trafficking enters figures. A classification that is confirmed along with it never replaces what a person has set.
 */
export function decideRelevance(ctx: Context, input: ReviewDecision): Promise<{ decided: number }> {
  return inTransaction(ctx, async (trx) => {
    const wanted = [...new Set(input.references)]
    const found = await findReviewable(trx, wanted)
    const missing = wanted.find((reference) => !found.some((activity) => activity.reference === reference))
    if (missing !== undefined) throw new DomainError('imports.not_reviewable', { reference: missing })
    const published = found.find((activity) => activity.visibility !== 'group')
    if (published) throw new DomainError('imports.already_published', { reference: published.reference })

    if (input.decision === 'relevant' && input.classification !== null) {
      const tree = await findPlaceTree(trx)
      for (const activity of found) await classify(trx, ctx, activity, input.classification, tree)
    }
    const who = { byId: personIdOf(ctx), byName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name }
    const decided = await updateRelevance(
      trx,
      found.map((activity) => activity.id),
      input.decision,
      who,
    )
    if (decided !== found.length) throw new DomainError('imports.not_reviewable', { reference: wanted[0] ?? '' })
    for (const { id, reference } of found) {
      const values = { reference, decision: input.decision, classification: input.classification }
      await recordAudit(trx, ctx, 'activity.relevance_decided', { type: 'activity', id }, values)
    }
    return { decided }
  })
}

async function classify(
  trx: Trx,
  ctx: Context,
  activity: Reviewable,
  confirmed: ConfirmedClassification | 'proposed',
  tree: ReadonlyMap<string, PlaceNode>,
): Promise<void> {
  const current = await getActivity(trx, activity.reference)
  const { pillars, forms, kind } = confirmed === 'proposed' ? activity.proposal : confirmed
  const mine = draftOf(current)
  const draft = {
    ...mine,
    pillars: mine.pillars.length > 0 ? mine.pillars : pillars,
    forms: mine.forms.length > 0 ? mine.forms : forms,
    kind: mine.kind ?? kind,
  }
  if (changedFields(mine, draft).length === 0) return
  const written = await updateActivity(trx, current.id, {
    draft,
    expectedVersion: current.version,
    publicPlaces: new Map(draft.places.map(({ code }) => [code, publicPlaceOf(draft, code, tree)])),
    publishReasons: current.publishReasons,
    by: personIdOf(ctx),
  })
  if (!written) throw new DomainError('activities.changed_meanwhile', { reference: current.reference })
  await keepVersion(trx, ctx, current.reference, 'saved')
}
