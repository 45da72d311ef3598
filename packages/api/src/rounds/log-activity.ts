import { upsertAnswer } from '@concert/db/round-answers'
import { updateReport } from '@concert/db/rounds'
import { DomainError } from '@concert/domain/errors'
import type { LoggedActivity } from '@concert/domain/round'
import { draftWithin } from '../activities/draft-activity.ts'
import { personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { openUncleared } from './require-open.ts'

/** Logs an activity that was missing: a draft of the agency, and an answer of the round. */
export function logActivity(ctx: Context, input: LoggedActivity): Promise<{ reference: string }> {
  const { idempotencyKey: key, ...body } = input
  return once(ctx, { key, procedure: 'rounds.log', body }, async (trx) => {
    const { agencyId } = await openUncleared(trx, ctx, input.roundId)
    if (input.draft.title.length === 0) throw new DomainError('activities.title_missing', {}, 'title')
    const activity = await draftWithin(trx, ctx, input.draft)
    const { reference, status, startOn, endOn } = activity
    await upsertAnswer(trx, {
      ...{ status, startOn, endOn, activity, agencyId },
      roundId: input.roundId,
      kind: 'new',
      note: '',
      isProposal: false,
      typedAt: ctx.now().toISOString(),
      byId: personIdOf(ctx),
      byName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name,
    })
    await updateReport(trx, input.roundId, agencyId, { state: 'in_work', nothing_to_report: false })
    const values = { round: input.roundId, reference, kind: 'new' }
    await recordAudit(trx, ctx, 'round.answered', { type: 'activity', id: activity.id }, values)
    return { reference }
  })
}
