import type { PledgeRow } from '@concert/domain/fund-views'

/** What can still be paid on a pledge: what is owed, and what was announced and is not yet formalised. */
export function openOn({ amount, formalised, outstanding }: PledgeRow): { owed: number; promised: number } {
  const promised = (amount?.amountMinor ?? 0) - (formalised?.amountMinor ?? 0)
  return { owed: outstanding?.amountMinor ?? 0, promised: Math.max(0, promised) }
}
