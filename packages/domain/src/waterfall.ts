import type { Account, EntryKind } from './journal/accounts.ts'

/** What entries of one kind did to one account, in US cents (debit +); a reversal counts under what it reverses. */
export interface FundFlow {
  kind: EntryKind
  account: Account
  usdMinor: number
  entries: number
}

/** Why an amount that somebody finds is not added, in the order in which it is taken off. */
export const waterfallSteps = [
  'announcement_changed',
  'reduced',
  'refunded',
  'given',
  'unmatched',
  'formalised_again',
  'received_again',
] as const
export type WaterfallStep = (typeof waterfallSteps)[number]

export interface Waterfall {
  /** Everything that was ever announced, signed and paid, added up as if it were different money; US cents. */
  naiveUsd: number
  naiveEntries: number
  /** Each with its sign; only those with entries. */
  steps: { id: WaterfallStep; usdMinor: number; entries: number }[]
  /** What was announced: the money of the fund counted once, at the earliest of its three stages; US cents. */
  officialUsd: number
}

const lessening = new Set<EntryKind>(['pledge_reduced', 'pledge_withdrawn'])

/**
 * From the sum that double counting gives to the official total, exactly: the naive sum and the steps add up to what was
 * announced. Entries that were reversed are in neither.
 */
export function waterfallOf(flows: readonly FundFlow[]): Waterfall {
  const sumOf = (holds: (flow: FundFlow) => boolean) =>
    flows
      .filter(holds)
      .reduce((sum, { usdMinor, entries }) => ({ usdMinor: sum.usdMinor + usdMinor, entries: sum.entries + entries }), {
        usdMinor: 0,
        entries: 0,
      })
  const announced = sumOf((flow) => flow.account === 'announced')
  const firstAnnounced = sumOf((flow) => flow.account === 'announced' && flow.kind === 'pledge_announced')
  const signed = sumOf((flow) => isSigned(flow) && !lessening.has(flow.kind))
  const reduced = sumOf((flow) => isSigned(flow) && lessening.has(flow.kind))
  const paid = sumOf((flow) => flow.account === 'unallocated' && flow.kind === 'payment_received')
  const usedBy = (kind: EntryKind) => sumOf((flow) => flow.account === 'unallocated' && flow.kind === kind)
  const matched = usedBy('payment_allocated')
  const given = usedBy('overpayment_given')
  const refunded = usedBy('payment_refunded')
  const unmatched = -paid.usdMinor - matched.usdMinor - given.usdMinor - refunded.usdMinor
  const naiveUsd = firstAnnounced.usdMinor - signed.usdMinor - paid.usdMinor
  const steps: Waterfall['steps'] = [
    {
      id: 'announcement_changed',
      usdMinor: announced.usdMinor - firstAnnounced.usdMinor,
      entries: announced.entries - firstAnnounced.entries,
    },
    { id: 'reduced', usdMinor: -reduced.usdMinor, entries: reduced.entries },
    { id: 'refunded', usdMinor: -refunded.usdMinor, entries: refunded.entries },
    { id: 'given', usdMinor: -given.usdMinor, entries: given.entries },
    { id: 'unmatched', usdMinor: -unmatched, entries: 0 },
    {
      id: 'formalised_again',
      usdMinor: signed.usdMinor + reduced.usdMinor,
      entries: signed.entries + reduced.entries,
    },
    { id: 'received_again', usdMinor: -matched.usdMinor, entries: matched.entries },
  ]
  return {
    naiveUsd,
    naiveEntries: firstAnnounced.entries + signed.entries + paid.entries,
    steps: steps.filter(({ usdMinor }) => usdMinor !== 0),
    officialUsd: announced.usdMinor,
  }
}

/** Income of a pledge; what was given without one is no part of what was signed. */
function isSigned({ account, kind }: FundFlow): boolean {
  return account === 'pledge_income' && kind !== 'overpayment_given'
}
