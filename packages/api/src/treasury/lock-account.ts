import type { Trx } from '@concert/db/client'
import { lockJournal } from '@concert/db/journal'
import { getAccountGround } from '@concert/db/treasury'
import type { CalendarDate } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { AccountGround } from '@concert/domain/journal/treasury-entries'
import type { Money } from '@concert/domain/money'
import type { Context } from '../context.ts'
import { requireBookable } from '../journal/booking.ts'

/** The bank account as it stands, with the journal locked; refuses a day or currency in which nothing is booked on it. */
export async function lockAccount(
  trx: Trx,
  ctx: Context,
  { bankAccountId, amount, on }: { bankAccountId: string; amount: Money; on: CalendarDate },
  field = 'amount',
): Promise<AccountGround> {
  await lockJournal(trx)
  const account = await getAccountGround(trx, bankAccountId)
  const { currency } = account.holds.amount
  if (currency !== amount.currency) {
    throw new DomainError('treasury.account_currency', { account: account.name, currency }, field)
  }
  await requireBookable(trx, ctx, on, 'on')
  return account
}
