import type { Trx } from '@concert/db/client'
import { lockJournal } from '@concert/db/journal'
import { getPledge, type MoneyPledge } from '@concert/db/pledges'
import { type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { PledgeSubject } from '@concert/domain/journal/pledge-entries'
import { compare, formatMinor, type Money } from '@concert/domain/money'
import type { Context } from '../context.ts'
import { requireBookable } from '../journal/booking.ts'
import { requireMoneyPledge } from './require-money-pledge.ts'

export type LockedPledge = MoneyPledge & { about: PledgeSubject }

/**
 * The pledge of money as it stands, with the journal locked, so that what is read is what is booked upon. Refuses a day
 * on which nothing can be booked on it, and an amount in another currency.
 */
export async function lockPledge(
  trx: Trx,
  ctx: Context,
  input: { pledgeId: string; on: CalendarDate; amount?: Money },
): Promise<LockedPledge> {
  await lockJournal(trx)
  const pledge = requireMoneyPledge(await getPledge(trx, input.pledgeId))
  const { currency, announcedOn } = pledge
  if (input.amount && input.amount.currency !== currency) {
    throw new DomainError('pledges.other_currency', { currency }, 'amount')
  }
  if (compareDates(input.on, announcedOn) < 0) {
    throw new DomainError('pledges.before_announced', { announcedOn }, 'on')
  }
  await requireBookable(trx, ctx, input.on, 'on')
  return { ...pledge, about: { pledgeId: pledge.id, donorId: pledge.donorId } }
}

/** Throws DomainError `code` with what there is, when `amount` is more than that. */
export function requireAtMost(amount: Money, open: Money, code: string): void {
  if (compare(amount, open) <= 0) return
  throw new DomainError(code, { amount: formatMinor(open), currency: open.currency }, 'amount')
}
