import { DomainError } from '@concert/domain/errors'
import type { AccountGround } from '@concert/domain/journal/treasury-entries'
import type { Money } from '@concert/domain/money'

/**
 * What moved on the bank account for `amount` of a grant: the same where both are in one currency, else what was typed
 * at `field`, which has to be in the account's currency.
 */
export function amountOnAccount(
  { holds, name }: AccountGround,
  amount: Money,
  typed: Money | null,
  field: 'left' | 'came',
): Money {
  const { currency } = holds.amount
  if (currency === amount.currency) {
    if (typed !== null) throw new DomainError('grants.same_currency', { currency }, field)
    return amount
  }
  if (typed === null) throw new DomainError('grants.account_amount_missing', { account: name, currency }, field)
  if (typed.currency !== currency) {
    throw new DomainError('treasury.account_currency', { account: name, currency }, field)
  }
  return typed
}
