import { getActivity, lockActivity } from '@concert/db/activities'
import { settleProposal } from '@concert/db/round-answers'
import { updateReport } from '@concert/db/rounds'
import type { AnswerOutcome, Submission } from '@concert/domain/round'
import { personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { applyAnswer } from './apply-answer.ts'
import { openUncleared } from './require-open.ts'
import { requireComplete } from './submit-report.ts'

/** Whether it is cleared; else what a person has to decide first, and nothing was written. */
export interface Clearing {
  isCleared: boolean
  open: AnswerOutcome[]
}

class NotYet extends Error {
  readonly open: AnswerOutcome[]
  constructor(open: AnswerOutcome[]) {
    super('some proposals cannot be written')
    this.open = open
  }
}

/** Stands behind the report for the agency: what contributors proposed is written, all of it or nothing. */
export async function clearReport(ctx: Context, { roundId, nothingToReport }: Submission): Promise<Clearing> {
  try {
    return await inTransaction(ctx, async (trx) => {
      const { round, agencyId } = await openUncleared(trx, ctx, roundId)
      const listed = await requireComplete(trx, round, agencyId, nothingToReport)
      const open: AnswerOutcome[] = []
      for (const { reference, answer, baseVersion } of listed) {
        if (!answer?.isProposal) continue
        await lockActivity(trx, reference)
        const activity = await getActivity(trx, reference)
        const outcome = await applyAnswer(trx, ctx, activity, { ...answer, expectedVersion: baseVersion })
        if (outcome.outcome === 'kept') {
          await settleProposal(trx, roundId, agencyId, { id: activity.id, version: outcome.version })
        } else {
          open.push(outcome)
        }
      }
      if (open.length > 0) throw new NotYet(open)
      await updateReport(trx, roundId, agencyId, {
        state: 'cleared',
        nothing_to_report: nothingToReport,
        listed: listed.map(({ id }) => id),
        cleared_at: ctx.now(),
        cleared_by: personIdOf(ctx),
      })
      const values = { agencyId, nothingToReport, listed: listed.map(({ reference }) => reference) }
      await recordAudit(trx, ctx, 'round.cleared', { type: 'round', id: roundId }, values)
      return { isCleared: true, open: [] }
    })
  } catch (error) {
    if (error instanceof NotYet) return { isCleared: false, open: error.open }
    throw error
  }
}
