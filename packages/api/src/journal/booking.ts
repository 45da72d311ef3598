import type { Trx } from '@concert/db/client'
import { type Booking, findClosedUntil } from '@concert/db/journal'
import { findNewestRate } from '@concert/db/rates'
import { type CalendarDate, compareDates, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { type ExchangeRate, rateOn } from '@concert/domain/exchange-rate'
import { actorUserId } from '../actor-user.ts'
import type { Context } from '../context.ts'

/** Who books, in answer to which request. */
export function bookingOf(ctx: Context, idempotencyKey: string | null): Booking {
  const actorName = ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name
  return { actorId: actorUserId(ctx), actorName, idempotencyKey }
}

/** Refuses a day that is still to come or whose period is closed. `field` is where the day was typed. */
export async function requireBookable(trx: Trx, ctx: Context, date: CalendarDate, field: string): Promise<void> {
  if (compareDates(date, today(ctx.now())) > 0) throw new DomainError('journal.date_in_future', { date }, field)
  const until = await findClosedUntil(trx)
  if (until !== undefined && compareDates(date, until) <= 0) {
    throw new DomainError('journal.period_closed', { date, until }, field)
  }
}

/** The rate of the day; refused with `fund.rate_missing` where there is none that may be used. */
export async function getRateOn(trx: Trx, currency: string, date: CalendarDate): Promise<ExchangeRate> {
  const newest = await findNewestRate(trx, currency, date)
  return rateOn(newest ? [newest] : [], currency, date)
}
