import { findNewestRate, upsertRates } from '@concert/db/rates'
import type { ExchangeRate } from '@concert/domain/exchange-rate'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Adds a rate, or corrects it; what is booked keeps the rate it was booked at. */
export function recordRate(
  ctx: Context,
  { rate, idempotencyKey }: { rate: ExchangeRate; idempotencyKey: string },
): Promise<{ currency: string; on: string }> {
  return once(ctx, { key: idempotencyKey, procedure: 'rates.record', body: rate }, async (trx) => {
    const { currency, on } = rate
    const before = await findNewestRate(trx, currency, on)
    await upsertRates(trx, [rate])
    const corrected = before?.on === on ? before : null
    await recordAudit(trx, ctx, 'rate.recorded', { type: 'rate', id: `${currency} ${on}` }, { rate, corrected })
    return { currency, on }
  })
}
