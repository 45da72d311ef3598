import type { CalendarDate } from '../calendar-date.ts'
import { DomainError } from '../errors.ts'
import { type ExchangeRate, toUsdMinor } from '../exchange-rate.ts'
import { compare, formatMinor, type Money, negate, smaller, subtract } from '../money.ts'
import {
  type Carried,
  carryingShare,
  conversionLines,
  differenceLine,
  entry,
  type Line,
  type LineSubject,
  line,
  lineAtRate,
  type NewEntry,
  negated,
} from './entry.ts'
import { carriedAt, conditionMetLines, type PledgeSubject, pairAtRate } from './pledge-entries.ts'

export interface Receipt {
  about: Required<Pick<LineSubject, 'paymentId' | 'donorId' | 'bankAccountId'>>
  /** What the donor sent; the bank kept `fee` of it. */
  amount: Money
  fee: Money
  receivedOn: CalendarDate
}

/** Money came in and belongs to no pledge yet. */
export function receiptEntry(receipt: Receipt, rate: ExchangeRate): NewEntry {
  const { amount, fee } = receipt
  const { bankAccountId, ...about } = receipt.about
  const whole = lineAtRate('unallocated', negate(amount), rate, about)
  const charges = lineAtRate('bank_charges', fee, rate, about)
  const cash: Line = {
    ...whole,
    account: 'cash',
    amount: subtract(amount, fee),
    usdMinor: toUsdMinor(amount, rate) - charges.usdMinor,
    about: { ...about, bankAccountId },
  }
  return entry('payment_received', receipt.receivedOn, [cash, charges, whole])
}

/** Part of a payment that no pledge explains is used up; `about` says whose and which. */
export interface Unexplained {
  about: Required<Pick<LineSubject, 'paymentId' | 'donorId'>>
  amount: Money
  unallocated: Carried
  on: CalendarDate
  reason: string
}

/** The donor says that what is left over is a gift. It makes no pledge larger. Throws DomainError when less is left. */
export function giftEntry({ about, amount, unallocated, on, reason }: Unexplained): NewEntry {
  const used = unallocatedShare(amount, unallocated, 'amount')
  const lines = [line('unallocated', used, about), line('pledge_income', negated(used), about)]
  return entry('overpayment_given', on, lines, reason)
}

/** What is left over goes back to the donor, at the rate of the day. Throws DomainError when less is left. */
export function refundEntry(
  { about, amount, unallocated, on, reason }: Unexplained,
  bankAccountId: string,
  rate: ExchangeRate,
): NewEntry {
  const used = unallocatedShare(amount, unallocated, 'amount')
  const paid = lineAtRate('cash', negate(amount), rate, { ...about, bankAccountId })
  const lines = [
    line('unallocated', used, about),
    paid,
    differenceLine(amount.currency, -used.usdMinor - paid.usdMinor, about),
  ]
  return entry('payment_refunded', on, lines, reason)
}

export interface Allocation {
  about: PledgeSubject & { paymentId: string; instalmentId: string | undefined }
  /** The part of the payment that is used, in the payment's currency. */
  amount: Money
  /** What it pays off, in the pledge's currency. */
  settles: Money
  allocatedOn: CalendarDate
}

/** Where payment and pledge stand before an allocation; amounts are never negative. */
export interface AllocationGround {
  unallocated: Carried
  receivable: Carried
  conditional: Carried
  notYetFormalised: Money
  /** The rate of the pledge's currency on the day; asked for only when the payment formalises something. */
  rate: () => ExchangeRate
}

/**
 * Pays off a receivable. What was only promised so far is formalised by being paid, within the same entry, so that
 * undoing the allocation restores exactly what was there. The difference between the dollars received and the dollars
 * owed is its own line. Throws DomainError when payment or pledge have less left.
 */
export function allocationEntry(allocation: Allocation, ground: AllocationGround): NewEntry {
  const { amount, settles, about } = allocation
  const used = unallocatedShare(amount, ground.unallocated, 'allocations')
  const { lines: formalised, receivable } = formalisedByPaying(allocation, ground)
  const paid = carryingShare(settles, receivable)
  return entry('payment_allocated', allocation.allocatedOn, [
    ...formalised,
    line('unallocated', used, about),
    ...(amount.currency === settles.currency ? [] : conversionLines(used, settles, about)),
    line('receivable', negated(paid), about),
    differenceLine(settles.currency, paid.usdMinor - used.usdMinor, about),
  ])
}

function formalisedByPaying(allocation: Allocation, ground: AllocationGround): { lines: Line[]; receivable: Carried } {
  const { settles } = allocation
  const { pledgeId, donorId } = allocation.about
  if (compare(settles, ground.receivable.amount) <= 0) return { lines: [], receivable: ground.receivable }
  const missing = subtract(settles, ground.receivable.amount)
  const onCondition = smaller(missing, ground.conditional.amount)
  const promised = subtract(missing, onCondition)
  if (compare(promised, ground.notYetFormalised) > 0) {
    const open = subtract(settles, subtract(promised, ground.notYetFormalised))
    throw new DomainError('payments.more_than_pledged', spoken(open), 'allocations')
  }
  const rate = ground.rate()
  const added = [carriedAt(onCondition, rate), carriedAt(promised, rate)]
  return {
    lines: [
      ...(onCondition.amountMinor > 0
        ? conditionMetLines({ pledgeId, donorId }, onCondition, ground.conditional, rate)
        : []),
      ...pairAtRate('receivable', 'pledge_income', promised, rate, { pledgeId, donorId }),
    ],
    receivable: {
      amount: settles,
      usdMinor: added.reduce((usd, part) => usd + part.usdMinor, ground.receivable.usdMinor),
    },
  }
}

function unallocatedShare(amount: Money, unallocated: Carried, field: string): Carried {
  if (compare(amount, unallocated.amount) > 0) {
    throw new DomainError('payments.more_than_unallocated', spoken(unallocated.amount), field)
  }
  return carryingShare(amount, unallocated)
}

function spoken(amount: Money) {
  return { amount: formatMinor(amount), currency: amount.currency }
}
