import type { Trx } from '@concert/db/client'
import { replaceSchedule, wasEverPaid } from '@concert/db/pledges'
import { DomainError } from '@concert/domain/errors'
import { compare, formatMinor, type Money, sum } from '@concert/domain/money'
import type { Instalment } from '@concert/domain/schedule'

/** A new schedule covers everything that is signed, and replaces one on which nothing was ever paid. */
export async function rescheduleSigned(
  trx: Trx,
  pledgeId: string,
  instalments: readonly Instalment[],
  signed: Money,
): Promise<void> {
  const scheduled = sum(
    instalments.map((part) => part.amount),
    signed.currency,
  )
  await requireUnpaid(trx, pledgeId)
  if (compare(scheduled, signed) !== 0) {
    const params = { amount: formatMinor(signed), currency: signed.currency }
    throw new DomainError('pledges.instalments_signed', params, 'instalments')
  }
  await replaceSchedule(trx, pledgeId, instalments)
}

/** A schedule on which something was paid stays: what was paid stands at its instalments. */
export async function requireUnpaid(trx: Trx, pledgeId: string): Promise<void> {
  if (await wasEverPaid(trx, pledgeId)) throw new DomainError('pledges.schedule_in_use', {}, 'instalments')
}
