import type { MoneyPledge, Pledge } from '@concert/db/pledges'
import { DomainError } from '@concert/domain/errors'

/** In-kind and policy pledges stand beside the money: nothing of theirs is formalised or paid in the journal. */
export function requireMoneyPledge(pledge: Pledge | MoneyPledge, field = 'pledgeId'): MoneyPledge {
  if ('carried' in pledge) return pledge
  throw new DomainError('pledges.not_money', { reference: pledge.reference }, field)
}
