import type { PledgeStory } from '@concert/domain/fund-views'
import { add, type Money } from '@concert/domain/money'

export const pledgeActions = ['change', 'meetCondition', 'increase', 'reduce', 'withdraw', 'writeOff'] as const
export type PledgeAction = (typeof pledgeActions)[number]

/** What can be done with a pledge of money where it stands now, besides formalising it. */
export function actionsFor(pledge: PledgeStory): PledgeAction[] {
  const { notYetFormalised, conditional, outstanding, formalised, life } = pledge
  const some = (amount: Money | null) => amount !== null && amount.amountMinor > 0
  const isClosed = life === 'withdrawn' || life === 'closed_partly_fulfilled'
  const makesSense: Record<PledgeAction, boolean> = {
    change: some(notYetFormalised),
    meetCondition: some(conditional),
    increase: some(formalised) && !some(notYetFormalised) && !isClosed,
    reduce: some(outstanding) || some(conditional),
    withdraw: some(openOf(pledge)),
    writeOff: some(outstanding),
  }
  return pledgeActions.filter((action) => makesSense[action])
}

/** All that is open: what is owed, what waits for a condition, and what was only announced. */
export function openOf({ amount, outstanding, conditional, notYetFormalised }: PledgeStory): Money | null {
  if (!amount || !outstanding || !conditional || !notYetFormalised) return null
  return add(add(outstanding, conditional), notYetFormalised)
}
