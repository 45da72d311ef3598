import type { Trx } from '@concert/db/client'
import { countOpenSignatures, findOpenBalances } from '@concert/db/closings'
import { findClosedUntil } from '@concert/db/journal'
import { findNewestRate } from '@concert/db/rates'
import { type CalendarDate, compareDates, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { type ExchangeRate, rateOn } from '@concert/domain/exchange-rate'
import type { OpenBalance } from '@concert/domain/journal/closing-entry'
import type { Context } from '../context.ts'

/** What a closing stands on: what is open, at which rates, and what is in its way. */
export interface ClosingGround {
  balances: OpenBalance[]
  rates: ReadonlyMap<string, ExchangeRate>
  refusals: DomainError[]
}

export async function findClosingGround(trx: Trx, ctx: Context, until: CalendarDate): Promise<ClosingGround> {
  const balances = await findOpenBalances(trx, until)
  const rates = new Map<string, ExchangeRate>()
  const missing: string[] = []
  for (const currency of new Set(balances.map(({ atClose }) => atClose.amount.currency))) {
    const rate = await findClosingRate(trx, currency, until)
    if (rate) rates.set(currency, rate)
    else missing.push(currency)
  }
  const refusals = [...(await findDateRefusals(trx, ctx, until))]
  if (missing.length > 0) {
    const params = { currencies: missing.toSorted().join(', '), count: missing.length, date: until }
    refusals.push(new DomainError('periods.rates_missing', params, 'until'))
  }
  const open = await countOpenSignatures(trx, until)
  if (open > 0) refusals.push(new DomainError('periods.signatures_open', { count: open, date: until }, 'until'))
  return { balances, rates, refusals }
}

async function findDateRefusals(trx: Trx, ctx: Context, until: CalendarDate): Promise<DomainError[]> {
  if (compareDates(until, today(ctx.now())) > 0) return [new DomainError('periods.in_future', { date: until }, 'until')]
  const closed = await findClosedUntil(trx)
  if (closed === undefined || compareDates(until, closed) > 0) return []
  return [new DomainError('periods.closed_already', { date: until, closed }, 'until')]
}

async function findClosingRate(trx: Trx, currency: string, until: CalendarDate): Promise<ExchangeRate | undefined> {
  const newest = await findNewestRate(trx, currency, until)
  try {
    return rateOn(newest ? [newest] : [], currency, until)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}
