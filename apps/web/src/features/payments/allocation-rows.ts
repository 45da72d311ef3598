import type { PledgeRow } from '@concert/domain/fund-views'
import type { Money } from '@concert/domain/money'
import type { AllocationRequest } from '@concert/domain/payment'
import { z } from 'zod'
import { openOn } from '../../books/open-on.ts'
import { amountSoFar, readAmount, toTyped } from '../../books/typed-values.ts'

/** One open pledge in a form: what of the payment goes to it, and what that settles where the currencies differ. */
export const allocationRow = z.object({
  pledgeId: z.uuid(),
  /** The currency of the pledge. */
  currency: z.string(),
  text: z.string(),
  settles: z.object({ text: z.string(), currency: z.string().nullable() }),
})
export type AllocationRow = z.infer<typeof allocationRow>

/** The rows of a form for the pledges that are open now; what was typed before stays. */
export function rowsFor(pledges: readonly PledgeRow[], typed: readonly AllocationRow[]): AllocationRow[] {
  return pledges.flatMap(({ id, amount }) => {
    if (!amount) return []
    const { currency } = amount
    const blank = { pledgeId: id, currency, text: '', settles: { text: '', currency } }
    return [typed.find((row) => row.pledgeId === id) ?? blank]
  })
}

/**
 * Spreads `left` over pledges in its currency: first what is overdue, then what else is owed, then what was only
 * announced, each in the order given. What no pledge takes stays unallocated.
 */
export function suggest(left: Money, pledges: readonly PledgeRow[]): Map<string, Money> {
  const payable = pledges.filter((pledge) => pledge.amount?.currency === left.currency)
  const stages: ((pledge: PledgeRow) => number)[] = [
    (pledge) => pledge.overdue?.amountMinor ?? 0,
    (pledge) => openOn(pledge).owed - (pledge.overdue?.amountMinor ?? 0),
    (pledge) => openOn(pledge).promised,
  ]
  const given = new Map<string, number>()
  let rest = left.amountMinor
  for (const share of stages) {
    for (const pledge of payable) {
      const part = Math.min(rest, Math.max(0, share(pledge)))
      rest -= part
      if (part > 0) given.set(pledge.id, (given.get(pledge.id) ?? 0) + part)
    }
  }
  return new Map([...given].map(([id, amountMinor]) => [id, { amountMinor, currency: left.currency }]))
}

/** The rows with a suggestion filled in; pledges in other currencies are left to the officer. */
export function withSuggestion(rows: readonly AllocationRow[], suggestion: Map<string, Money>): AllocationRow[] {
  return rows.map((row) => {
    const amount = suggestion.get(row.pledgeId)
    return { ...row, text: amount ? toTyped(amount).text : '' }
  })
}

/** What the rows leave of a payment, in minor units; what cannot be read yet counts as nothing. */
export function unallocatedBy(rows: readonly AllocationRow[], left: Money): number {
  return rows.reduce(
    (rest, { text }) => rest - (amountSoFar({ text, currency: left.currency })?.amountMinor ?? 0),
    left.amountMinor,
  )
}

type Context = Pick<z.core.$RefinementCtx, 'addIssue'>

/** The allocations of a form; empty rows are none. Null after an issue was added at its row. */
export function readAllocations(
  rows: readonly AllocationRow[],
  currency: string,
  context: Context,
): AllocationRequest[] | null {
  const read = rows.map((row, index): AllocationRequest | 'none' | null => {
    if (row.text.trim() === '') return 'none'
    const path = ['allocations', index]
    const amount = readAmount({ text: row.text, currency }, context, path)
    if (amount?.amountMinor === 0) return 'none'
    const settles = row.currency === currency ? null : readAmount(row.settles, context, [...path, 'settles'])
    if (!amount || (row.currency !== currency && !settles)) return null
    return { pledgeId: row.pledgeId, instalmentId: null, amount, settles }
  })
  return read.includes(null) ? null : read.filter((row) => row !== null && row !== 'none')
}
