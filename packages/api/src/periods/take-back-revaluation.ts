import type { Trx } from '@concert/db/client'
import { getKeptBalance } from '@concert/db/closings'
import { type Booking, postEntry } from '@concert/db/journal'
import type { CalendarDate } from '@concert/domain/calendar-date'
import { takenBackEntry } from '@concert/domain/journal/closing-entry'
import type { Line } from '@concert/domain/journal/entry'

/**
 * A reversal takes away what an entry brought at the dollars of its own day. Where a closing carried that at another
 * rate since, the difference is taken back first, so that a bounced payment can always be reversed.
 */
export async function takeBackRevaluation(
  trx: Trx,
  booking: Booking,
  original: readonly Line[],
  on: CalendarDate,
  reason: string,
): Promise<void> {
  for (const { account, about, amount, usdMinor } of original) {
    if (amount.currency === 'USD' || (account !== 'receivable' && account !== 'unallocated')) continue
    const kept = await getKeptBalance(trx, account, about)
    const leftOver = {
      amount: { amountMinor: kept.amountMinor - amount.amountMinor, currency: amount.currency },
      usdMinor: kept.usdMinor - usdMinor,
    }
    // Less is there than is to be taken away: the reversal itself will be refused.
    if (Math.sign(leftOver.amount.amountMinor) === -Math.sign(amount.amountMinor)) continue
    const entry = takenBackEntry(account, about, leftOver, on, reason)
    if (entry) await postEntry(trx, booking, entry)
  }
}
