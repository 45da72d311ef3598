import { countLeftOpen } from '@concert/db/closings'
import type { CalendarDate } from '@concert/domain/calendar-date'
import type { ClosingPreview, RevaluationRow } from '@concert/domain/closing'
import { toUsdMinor } from '@concert/domain/exchange-rate'
import { closingEntries, revaluationsOf } from '@concert/domain/journal/closing-entry'
import type { NewEntry } from '@concert/domain/journal/entry'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { type ClosingGround, findClosingGround } from './closing-ground.ts'

/** What closing would book and what is in its way, without booking anything. */
export function previewClosing(ctx: Context, until: CalendarDate): Promise<ClosingPreview> {
  return inTransaction(ctx, async (trx) => {
    const ground = await findClosingGround(trx, ctx, until)
    const rated = ground.balances.filter(({ atClose }) => ground.rates.has(atClose.amount.currency))
    const entries = closingEntries(until, revaluationsOf(rated, ground.rates))
    return {
      until,
      rows: rowsOf(ground),
      differenceUsd: gainOf(entries.filter(({ valueDate }) => valueDate === until)),
      takenBackUsd: gainOf(entries.filter(({ valueDate }) => valueDate !== until)),
      refusals: ground.refusals.map(({ code, params }) => ({ code, params })),
      left: await countLeftOpen(trx, until),
    }
  })
}

function gainOf(entries: readonly NewEntry[]): number {
  const lines = entries.flatMap((one) => one.lines).filter(({ account }) => account === 'fx_difference')
  return lines.reduce((gain, { usdMinor }) => gain - usdMinor, 0)
}

function rowsOf({ balances, rates }: ClosingGround): RevaluationRow[] {
  const rows = new Map<string, RevaluationRow>()
  for (const { account, atClose } of balances) {
    const { currency, amountMinor } = atClose.amount
    const rate = rates.get(currency)
    const row = rows.get(`${account} ${currency}`) ?? {
      account,
      currency,
      subjects: 0,
      amountMinor: 0,
      carriedUsd: 0,
      closingUsd: 0,
      rate: rate ? { unitsPerUsd: rate.unitsPerUsd, on: rate.on, source: rate.source } : null,
    }
    row.subjects += 1
    row.amountMinor += amountMinor
    row.carriedUsd += atClose.usdMinor
    row.closingUsd += rate ? toUsdMinor(atClose.amount, rate) : atClose.usdMinor
    rows.set(`${account} ${currency}`, row)
  }
  return [...rows.values()]
}
