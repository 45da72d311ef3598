import { type ModelEntry, Refused, type Worth } from './books.ts'
import { type FundModel, today } from './model.ts'

const takenBack = ['payment_allocated', 'overpayment_given', 'payment_refunded']

export function undo(model: FundModel, allocation: number): void {
  const found = model.allocations[allocation]
  if (!found || found.isUndone) throw new Refused('payments.already_undone')
  mirror(model, 'allocation_undone', found.entry, today)
}

/** Books the mirror of an entry, and of what was done with a payment that never was. */
export function reverse(model: FundModel, number: number, on: string): void {
  const original = model.entry(number)
  if (model.isReversed(number)) throw new Refused('journal.reversed_already')
  if (original.reverses !== undefined) throw new Refused('journal.is_reversal')
  if (original.kind === 'payment_allocated') throw new Refused('journal.undo_instead')
  if (original.kind === 'period_closed') throw new Refused('journal.is_closing')
  if (on < original.on) throw new Refused('journal.reversed_before')
  model.requireBookable(on)
  if (original.kind === 'payment_received') {
    reverseReceipt(model, number, original, on)
    return
  }
  if (original.kind === 'pledge_announced' && standingUpon(model, number, original).length > 0) {
    throw new Refused('journal.built_upon')
  }
  mirror(model, 'entry_reversed', number, on)
  for (const { pledge, payment } of original.lines) {
    if (pledge !== undefined && !isPledgeWhole(model, pledge)) throw new Refused('journal.built_upon')
    if (payment !== undefined && !isWhole(model.payment(payment).unallocated)) throw new Refused('journal.built_upon')
  }
}

function reverseReceipt(model: FundModel, number: number, receipt: ModelEntry, on: string): void {
  const payment = receipt.lines.find((line) => line.account === 'unallocated')?.payment
  const standing = model.entries.flatMap((entry, index) =>
    entry.lines.some((line) => line.payment === payment) &&
    takenBack.includes(entry.kind) &&
    !model.isReversed(index + 1)
      ? [{ entry, number: index + 1 }]
      : [],
  )
  if (standing.some(({ entry }) => entry.kind === 'payment_refunded')) throw new Refused('journal.refunded_already')
  if (standing.some(({ entry }) => on < entry.on)) throw new Refused('journal.used_later')
  for (const one of standing.toReversed()) {
    mirror(model, one.entry.kind === 'payment_allocated' ? 'allocation_undone' : 'entry_reversed', one.number, on)
  }
  mirror(model, 'entry_reversed', number, on)
}

/** After a reversal was booked: what it undid is marked, so that it is not undone twice. */
export function markReversed(model: FundModel): void {
  for (const allocation of model.allocations) allocation.isUndone = model.isReversed(allocation.entry)
  for (const [index, entry] of model.entries.entries()) {
    const payment = entry.lines.find((line) => line.account === 'unallocated')?.payment
    const found = payment === undefined ? undefined : model.payments[payment]
    if (found && entry.kind === 'payment_received') found.isReversed = model.isReversed(index + 1)
  }
}

function mirror(model: FundModel, kind: string, number: number, on: string): void {
  const lines = model.entry(number).lines.map((line) => ({ ...line, minor: -line.minor, usd: -line.usd }))
  model.book(kind, on, lines, number)
}

function standingUpon(model: FundModel, number: number, original: ModelEntry): ModelEntry[] {
  const pledges = original.lines.map((line) => line.pledge)
  return model.entries.filter(
    (entry, index) =>
      index + 1 > number &&
      entry.reverses === undefined &&
      !model.isReversed(index + 1) &&
      entry.lines.some((line) => pledges.includes(line.pledge)),
  )
}

/** Nothing is below zero, and where there is no amount there are no dollars. */
function isPledgeWhole(model: FundModel, pledge: number): boolean {
  const { announced, conditional, receivable, formalised, received, reduced, writtenOff } = model.pledge(pledge)
  return (
    [announced, conditional, receivable].every(isWhole) &&
    [formalised, received, reduced, writtenOff].every(({ minor }) => minor >= 0n)
  )
}

function isWhole({ minor, usd }: Worth): boolean {
  return minor >= 0n && usd >= 0n && (minor > 0n || usd === 0n)
}
