import { findRateBefore, findRatesAround, upsertRates } from '@concert/db/rates'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { ExchangeRate } from '@concert/domain/exchange-rate'
import { changeOf, flagsOf, requireNotFarAhead } from '@concert/domain/rate-import'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/**
 * Adds a rate, or corrects it; what is booked keeps the rate it was booked at. A jump, or a rate of exactly 1, needs the
 * officer's reason.
 */
export function recordRate(
  ctx: Context,
  input: { rate: ExchangeRate; flagReason: string | null; idempotencyKey: string },
): Promise<{ currency: string; on: string }> {
  const { rate, flagReason, idempotencyKey } = input
  const body = flagReason === null ? rate : { ...rate, flagReason }
  return once(ctx, { key: idempotencyKey, procedure: 'rates.record', body }, async (trx) => {
    const { currency, on } = rate
    requireNotFarAhead(rate, today(ctx.now()))
    const before = await findRateBefore(trx, currency, on)
    const flags = flagsOf(rate, before ?? null)
    if (flags.length > 0 && flagReason === null) throw unconfirmed(rate, before)
    const around = await findRatesAround(trx, [rate])
    const corrected = around.find((kept) => kept.on === on) ?? null
    await upsertRates(trx, [rate])
    const values = { rate, corrected, ...(flags.length > 0 && { flags, reason: flagReason }) }
    await recordAudit(trx, ctx, 'rate.recorded', { type: 'rate', id: `${currency} ${on}` }, values)
    return { currency, on }
  })
}

function unconfirmed({ currency, unitsPerUsd }: ExchangeRate, before: ExchangeRate | undefined): DomainError {
  const change = before && changeOf(before.unitsPerUsd, unitsPerUsd)
  if (!before || !change?.isJump) return new DomainError('rates.exactly_one', { currency }, 'flagReason')
  const params = { currency, before: before.unitsPerUsd, date: before.on, percent: Math.abs(change.percent) }
  return new DomainError('rates.jump', params, 'flagReason')
}
