import { compare, divideRounded, type Money, subtract } from '../money.ts'

export interface OpenInstalment {
  id: string
  amount: Money
  paid: Money
}

export interface AllocationPart {
  /** Undefined for what no instalment was agreed for. */
  instalmentId: string | undefined
  amount: Money
  settles: Money
}

/**
 * Lets `settles` (in the pledge's currency) pay the instalments in their order, each up to what is open; the rest pays
 * the pledge without an instalment. `amount` (in the payment's currency) is shared in proportion: each running share is
 * rounded half away from zero, so that the parts add up and none is negative.
 */
export function splitOverInstalments(
  amount: Money,
  settles: Money,
  instalments: readonly OpenInstalment[],
): AllocationPart[] {
  const taken: { instalmentId: string | undefined; settles: Money }[] = []
  let left = settles
  for (const { id, amount: agreed, paid } of instalments) {
    const open = subtract(agreed, paid)
    const part = compare(left, open) <= 0 ? left : open
    if (part.amountMinor <= 0) continue
    taken.push({ instalmentId: id, settles: part })
    left = subtract(left, part)
  }
  if (left.amountMinor > 0) taken.push({ instalmentId: undefined, settles: left })
  let settled = 0
  let used = 0
  return taken.map((part) => {
    settled += part.settles.amountMinor
    const upToHere = shareOf(amount, settled, settles)
    const minor = upToHere - used
    used = upToHere
    return { ...part, amount: { amountMinor: minor, currency: amount.currency } }
  })
}

function shareOf(amount: Money, partMinor: number, whole: Money): number {
  return Number(divideRounded(BigInt(amount.amountMinor) * BigInt(partMinor), BigInt(whole.amountMinor)))
}
