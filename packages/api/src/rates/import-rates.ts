import { findRatesAround, lockRates, upsertRates } from '@concert/db/rates'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { planRates, type RateImport, requireConfirmed } from '@concert/domain/rate-import'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

export interface RatesImported {
  new: number
  changed: number
  same: number
}

/**
 * Takes in a file of rates whole, or not at all, under the same rules as its preview: what was kept since then is looked
 * at again. Every flag needs its tick, and the file a reason.
 */
export function importRates(ctx: Context, input: RateImport): Promise<RatesImported> {
  const { fileName, rates: file, confirmed, reason, idempotencyKey } = input
  return once(ctx, { key: idempotencyKey, procedure: 'rates.import', body: input }, async (trx) => {
    await lockRates(trx)
    const { rates, refusals } = planRates(file, await findRatesAround(trx, file), today(ctx.now()))
    const [first] = refusals
    if (first) throw new DomainError('rates.file_refused', { line: first.line, count: refusals.length })
    requireConfirmed(rates, input)
    const written = rates.filter(({ standing }) => standing !== 'same')
    const counts = {
      new: written.filter(({ standing }) => standing === 'new').length,
      changed: written.filter(({ standing }) => standing === 'changed').length,
      same: rates.length - written.length,
    }
    if (written.length === 0) return counts
    await upsertRates(trx, written)
    const values = { fileName, ...counts, confirmed, reason, rates: written.map(audited) }
    await recordAudit(trx, ctx, 'rates.imported', { type: 'rates', id: idempotencyKey }, values)
    return counts
  })
}

function audited({
  line,
  currency,
  on,
  unitsPerUsd,
  source,
  kept,
  flags,
}: ReturnType<typeof planRates>['rates'][number]) {
  return { line, currency, on, unitsPerUsd, source, corrected: kept, flags }
}
