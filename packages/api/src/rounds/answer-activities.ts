import { getActivity, lockActivity } from '@concert/db/activities'
import type { Trx } from '@concert/db/client'
import { findAnswer, upsertAnswer } from '@concert/db/round-answers'
import { updateReport } from '@concert/db/rounds'
import type { Activity } from '@concert/domain/activity'
import { mayWriteActivity } from '@concert/domain/activity-access'
import { DomainError } from '@concert/domain/errors'
import type { AnswerBatch, AnswerOutcome, RoundAnswer } from '@concert/domain/round'
import { personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { applyAnswer } from './apply-answer.ts'
import { openUncleared } from './require-open.ts'

/** Takes answers in the order in which they were typed, each for itself: one that is refused holds up no other. */
export async function answerActivities(ctx: Context, { roundId, answers }: AnswerBatch): Promise<AnswerOutcome[]> {
  const outcomes: AnswerOutcome[] = []
  for (const answer of answers) outcomes.push(await answerOne(ctx, roundId, answer))
  return outcomes
}

async function answerOne(ctx: Context, roundId: string, answer: RoundAnswer): Promise<AnswerOutcome> {
  const { idempotencyKey: key, ...body } = answer
  try {
    return await once(ctx, { key, procedure: 'rounds.answer', body: { roundId, ...body } }, (trx) =>
      answerWithin(trx, ctx, roundId, answer),
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { outcome: 'refused', reference: answer.reference, code: error.code, params: error.params }
  }
}

async function answerWithin(trx: Trx, ctx: Context, roundId: string, answer: RoundAnswer): Promise<AnswerOutcome> {
  const { agencyId } = await openUncleared(trx, ctx, roundId)
  await lockActivity(trx, answer.reference)
  const activity = await getActivity(trx, answer.reference)
  if (activity.leadAgencyId !== agencyId && !activity.partnerAgencyIds.includes(agencyId))
    throw new DomainError('rounds.not_listed', { reference: answer.reference })
  const before = await findAnswer(trx, roundId, agencyId, activity.id)
  // A request that a cut line held back comes after what was typed later.
  if (before && Date.parse(before.typedAt) > Date.parse(answer.typedAt))
    return { outcome: 'kept', reference: answer.reference, version: activity.version }
  // Nobody meets an edit of their own: what the last answer wrote is what this one was typed over.
  const isOwn = before?.byId === personIdOf(ctx) && before.baseVersion === activity.version
  const expectedVersion = isOwn ? activity.version : answer.expectedVersion

  const mayWrite = mayWriteActivity(ctx.actor, activity)
  const changes = answer.kind !== 'unchanged'
  const outcome: AnswerOutcome =
    changes && mayWrite
      ? await applyAnswer(trx, ctx, activity, { ...answer, expectedVersion })
      : { outcome: 'kept', reference: answer.reference, version: expectedVersion }
  if (outcome.outcome !== 'kept') return outcome
  await upsertAnswer(trx, {
    ...(changes ? answer : { ...answer, ...fieldsOf(activity) }),
    roundId,
    agencyId,
    activity: { id: activity.id, version: outcome.version },
    isProposal: changes && !mayWrite,
    byId: personIdOf(ctx),
    byName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name,
  })
  await updateReport(trx, roundId, agencyId, { state: 'in_work', nothing_to_report: false })
  const { reference, kind, note } = answer
  const values = { round: roundId, reference, kind, note }
  await recordAudit(trx, ctx, 'round.answered', { type: 'activity', id: activity.id }, values)
  return outcome
}

function fieldsOf({ status, startOn, endOn }: Activity) {
  return { status, startOn, endOn }
}
