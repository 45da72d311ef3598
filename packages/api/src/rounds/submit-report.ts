import type { Trx } from '@concert/db/client'
import { findListedActivities } from '@concert/db/round-answers'
import { updateReport } from '@concert/db/rounds'
import { DomainError } from '@concert/domain/errors'
import { type Round, type Submission, unansweredOf } from '@concert/domain/round'
import { personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { openUncleared } from './require-open.ts'

/** Hands the agency's answers to its focal point. */
export function submitReport(ctx: Context, { roundId, nothingToReport }: Submission): Promise<{ state: 'submitted' }> {
  return inTransaction(ctx, async (trx) => {
    const { round, agencyId } = await openUncleared(trx, ctx, roundId)
    await requireComplete(trx, round, agencyId, nothingToReport)
    await updateReport(trx, roundId, agencyId, {
      state: 'submitted',
      nothing_to_report: nothingToReport,
      submitted_at: ctx.now(),
      submitted_by: personIdOf(ctx),
    })
    await recordAudit(trx, ctx, 'round.submitted', { type: 'round', id: roundId }, { agencyId, nothingToReport })
    return { state: 'submitted' }
  })
}

/** What the report lists. Throws while an activity waits for its answer, or when *nothing* contradicts an answer. */
export async function requireComplete(trx: Trx, round: Round, agencyId: string, nothingToReport: boolean) {
  const listed = await findListedActivities(trx, round, agencyId)
  const isNews = listed.some(({ answer }) => answer !== null && answer.kind !== 'unchanged')
  if (nothingToReport && isNews) throw new DomainError('rounds.something_reported')
  const missing = unansweredOf(listed).length
  if (!nothingToReport && missing > 0) throw new DomainError('rounds.unanswered', { count: missing })
  return listed
}
