import { lockJournal, postEntry } from '@concert/db/journal'
import { getPledge } from '@concert/db/pledges'
import { compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { conditionalFormalisationEntry, formalisationEntry } from '@concert/domain/journal/pledge-entries'
import { maxAmountMinor } from '@concert/domain/money'
import type { PledgeFormalisation } from '@concert/domain/pledge'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn, requireBookable } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { requireMoneyPledge } from './require-money-pledge.ts'
import { rescheduleSigned } from './reschedule.ts'

/** All or part of a promise becomes a debt, or will be one once its condition is met. */
export function formalisePledge(ctx: Context, input: PledgeFormalisation): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.formalise', body: input }, async (trx) => {
    await lockJournal(trx)
    const pledge = requireMoneyPledge(await getPledge(trx, input.pledgeId))
    const { id, reference, donorId, currency, announcedOn } = pledge
    const { amount, formalisedOn, evidence, conditional, instalments } = input
    if (amount.currency !== currency) throw new DomainError('pledges.other_currency', { currency }, 'amount')
    if (compareDates(formalisedOn, announcedOn) < 0) {
      throw new DomainError('pledges.formalised_before_announced', { announcedOn }, 'formalisedOn')
    }
    await requireBookable(trx, ctx, formalisedOn, 'formalisedOn')
    const { announced, formalised, conditional: onCondition } = pledge.carried
    if (announced.amount.amountMinor === 0) throw new DomainError('pledges.nothing_announced', { reference })
    const signedMinor = formalised.amount.amountMinor + onCondition.amount.amountMinor + amount.amountMinor
    if (signedMinor > maxAmountMinor) throw new DomainError('fund.amount_too_large', {}, 'amount')
    if (instalments) await rescheduleSigned(trx, id, instalments, { amountMinor: signedMinor, currency })

    const rate = await getRateOn(trx, currency, formalisedOn)
    const build = conditional ? conditionalFormalisationEntry : formalisationEntry
    const entry = build({ pledgeId: id, donorId }, amount, formalisedOn, rate, evidence)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { reference, amount, formalisedOn, evidence, conditional, instalments }
    await recordAudit(trx, ctx, 'pledge.formalised', { type: 'pledge', id }, values)
    return { reference }
  })
}
