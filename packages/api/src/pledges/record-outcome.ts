import { insertOutcome } from '@concert/db/pledge-outcomes'
import { getPledge } from '@concert/db/pledges'
import { compareDates, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { OutcomeRecord } from '@concert/domain/pledge-outcome'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { once } from '../transaction.ts'

/** What became of a pledge in kind or of policy. The journal has no part in it, so no closed period refuses it. */
export function recordOutcome(ctx: Context, input: OutcomeRecord): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.recordOutcome', body: input }, async (trx) => {
    const { id, reference, kind, announcedOn } = await getPledge(trx, input.pledgeId)
    const { outcome, on, note } = input
    if (kind === 'money') throw new DomainError('pledges.outcome_of_money', { reference })
    if (compareDates(on, announcedOn) < 0) throw new DomainError('pledges.before_announced', { announcedOn }, 'on')
    if (compareDates(on, today(ctx.now())) > 0) throw new DomainError('pledges.outcome_in_future', { date: on }, 'on')
    const { actorId, actorName } = bookingOf(ctx, null)
    await insertOutcome(trx, { pledgeId: id, outcome, on, note, by: { id: actorId, name: actorName } })
    await recordAudit(trx, ctx, 'pledge.outcome_recorded', { type: 'pledge', id }, { reference, outcome, on, note })
    return { reference }
  })
}
