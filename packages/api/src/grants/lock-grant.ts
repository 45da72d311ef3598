import type { Trx } from '@concert/db/client'
import { findAwardedOn, type Grant, getGrant } from '@concert/db/grants'
import { lockJournal } from '@concert/db/journal'
import { type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { Money } from '@concert/domain/money'
import type { Context } from '../context.ts'
import { requireBookable } from '../journal/booking.ts'

/** The grant as it stands, with the journal locked, so that what is read is what is booked upon. */
export async function lockGrant(trx: Trx, grantId: string): Promise<Grant> {
  await lockJournal(trx)
  return getGrant(trx, grantId)
}

/** As `lockGrant`, for something that is booked on an award; refuses what is not awarded, and days before it was. */
export async function lockAwardedGrant(
  trx: Trx,
  ctx: Context,
  { grantId, on, amount }: { grantId: string; on: CalendarDate; amount: Money },
): Promise<Grant> {
  const grant = await lockGrant(trx, grantId)
  const awardedOn = await findAwardedOn(trx, grantId)
  if (awardedOn === null) throw new DomainError('grants.not_awarded', { reference: grant.reference })
  requireCurrency(grant, amount)
  if (compareDates(on, awardedOn) < 0) throw new DomainError('grants.before_awarded', { awardedOn }, 'on')
  await requireBookable(trx, ctx, on, 'on')
  return grant
}

export function requireCurrency({ currency }: Grant, amount: Money): void {
  if (amount.currency !== currency) throw new DomainError('grants.other_currency', { currency }, 'amount')
}
