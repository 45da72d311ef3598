import type { Trx } from '@concert/db/client'
import { postEntry } from '@concert/db/journal'
import { findInstalments, replaceSchedule, toStanding } from '@concert/db/pledges'
import { DomainError } from '@concert/domain/errors'
import { announcementDecreaseEntry, announcementIncreaseEntry } from '@concert/domain/journal/pledge-entries'
import { notYetFormalised } from '@concert/domain/journal/pledge-standing'
import { compare, formatMinor, subtract } from '@concert/domain/money'
import type { AnnouncementChange } from '@concert/domain/pledge-changes'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { once } from '../transaction.ts'
import { type LockedPledge, lockPledge } from './lock-pledge.ts'
import { requireUnpaid } from './reschedule.ts'

/** The donor announces another amount. What is signed already is not changed by this. */
export function changeAnnouncement(ctx: Context, input: AnnouncementChange): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'pledges.change', body: input }, async (trx) => {
    const pledge = await lockPledge(trx, ctx, input)
    const { id, reference, about, carried, currency } = pledge
    const { amount, on, reason, instalments } = input
    const difference = subtract(amount, carried.announced.amount)
    if (difference.amountMinor === 0) throw new DomainError('pledges.same_amount', {}, 'amount')
    if (difference.amountMinor < 0) requireAboveSigned(pledge, amount)
    const entry =
      difference.amountMinor > 0
        ? announcementIncreaseEntry(about, difference, on, await getRateOn(trx, currency, on), reason)
        : announcementDecreaseEntry(about, subtract(carried.announced.amount, amount), carried.announced, on, reason)
    await rescheduleAnnounced(trx, id, instalments)
    await postEntry(trx, bookingOf(ctx, input.idempotencyKey), entry)
    const values = { reference, from: carried.announced.amount, to: amount, on, reason, instalments }
    await recordAudit(trx, ctx, 'pledge.announcement_changed', { type: 'pledge', id }, values)
    return { reference }
  })
}

function requireAboveSigned({ carried }: LockedPledge, amount: AnnouncementChange['amount']): void {
  const least = subtract(carried.announced.amount, notYetFormalised(toStanding(carried)))
  if (compare(amount, least) >= 0) return
  const params = { amount: formatMinor(least), currency: least.currency }
  throw new DomainError('pledges.less_than_signed', params, 'amount')
}

/** Instalments of the former amount fall with it, unless something was paid on them. */
async function rescheduleAnnounced(
  trx: Trx,
  pledgeId: string,
  instalments: AnnouncementChange['instalments'],
): Promise<void> {
  if (instalments.length === 0 && (await findInstalments(trx, pledgeId)).length === 0) return
  await requireUnpaid(trx, pledgeId)
  await replaceSchedule(trx, pledgeId, instalments)
}
