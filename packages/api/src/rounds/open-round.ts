import { insertExpectedReports, insertRound } from '@concert/db/rounds'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { NewRound, Round } from '@concert/domain/round'
import { personIdOf } from '../activities/open-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** Asks every member for its report; one round at a time, so that nobody answers into the wrong one. */
export function openRound(ctx: Context, input: NewRound): Promise<Round> {
  return inTransaction(ctx, async (trx) => {
    const round = await insertRound(trx, { ...input, openedAt: ctx.now(), openedBy: personIdOf(ctx) })
    if (!round) throw new DomainError('rounds.one_at_a_time')
    await insertExpectedReports(trx, round.id, today(ctx.now()))
    await recordAudit(trx, ctx, 'round.opened', { type: 'round', id: round.id }, input)
    return round
  })
}
