import type { CalendarDate } from '../calendar-date.ts'
import { type ExchangeRate, toUsdMinor } from '../exchange-rate.ts'
import { add, type Money, negate, smaller } from '../money.ts'
import type { Account } from './accounts.ts'
import {
  type Carried,
  carryingShare,
  entry,
  type Line,
  type LineSubject,
  line,
  lineAtRate,
  type NewEntry,
  negated,
} from './entry.ts'

/** The pledge and donor that a pledge's entries are about. */
export type PledgeSubject = Required<Pick<LineSubject, 'pledgeId' | 'donorId'>>

/** A promise, no asset. */
export function announcementEntry(about: PledgeSubject, amount: Money, on: CalendarDate, rate: ExchangeRate): NewEntry {
  return entry('pledge_announced', on, pairAtRate('announced', 'promises', amount, rate, about))
}

/** More is announced than before, at the rate of the day. */
export function announcementIncreaseEntry(
  about: PledgeSubject,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  reason: string,
): NewEntry {
  return entry('announcement_changed', on, pairAtRate('announced', 'promises', amount, rate, about), reason)
}

/** Part or all of what is announced but not formalised is taken back, at the share of dollars that it is carried at. */
export function announcementDecreaseEntry(
  about: PledgeSubject,
  amount: Money,
  announced: Carried,
  on: CalendarDate,
  reason: string,
): NewEntry {
  const share = carryingShare(amount, announced)
  return entry('announcement_changed', on, pair('promises', 'announced', share, about), reason)
}

/** The promise becomes a debt; what was announced stays announced. */
export function formalisationEntry(
  about: PledgeSubject,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  evidence: string,
): NewEntry {
  return entry('pledge_formalised', on, pairAtRate('receivable', 'pledge_income', amount, rate, about), evidence)
}

/** Signed, but nothing is due before the condition is met. */
export function conditionalFormalisationEntry(
  about: PledgeSubject,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  evidence: string,
): NewEntry {
  const lines = pairAtRate('conditional', 'promises', amount, rate, about)
  return entry('pledge_formalised_conditionally', on, lines, evidence)
}

/** `amount` of what was signed on a condition is due from now on, at the rate of the day. */
export function conditionMetEntry(
  about: PledgeSubject,
  amount: Money,
  conditional: Carried,
  on: CalendarDate,
  rate: ExchangeRate,
  reason: string,
): NewEntry {
  return entry('condition_met', on, conditionMetLines(about, amount, conditional, rate), reason)
}

/** More is signed than was announced, at the rate of the day. */
export function increaseEntry(
  about: PledgeSubject,
  amount: Money,
  on: CalendarDate,
  rate: ExchangeRate,
  evidence: string,
): NewEntry {
  return entry('pledge_increased', on, pairAtRate('receivable', 'pledge_income', amount, rate, about), evidence)
}

/** Less is owed by agreement with the donor. */
export function reductionEntry(
  about: PledgeSubject,
  amount: Money,
  receivable: Carried,
  on: CalendarDate,
  reason: string,
): NewEntry {
  return entry('pledge_reduced', on, reductionLines(about, amount, receivable), reason)
}

/** Part of what was signed on a condition will not come: it is neither expected nor announced any more. */
export function conditionalReductionEntry(
  about: PledgeSubject,
  amount: Money,
  conditional: Carried,
  announced: Carried,
  on: CalendarDate,
  reason: string,
): NewEntry {
  const lines = [
    ...pair('promises', 'conditional', carryingShare(amount, conditional), about),
    ...pair('promises', 'announced', announcedShare(amount, announced), about),
  ]
  return entry('pledge_reduced', on, lines, reason)
}

/** Where a pledge stands before it is withdrawn; amounts are never negative. */
export interface WithdrawalGround {
  announced: Carried
  conditional: Carried
  receivable: Carried
  notYetFormalised: Money
}

/** The donor takes back all that is open: what is owed, what waits for a condition, and what was only announced. */
export function withdrawalEntry(
  about: PledgeSubject,
  ground: WithdrawalGround,
  on: CalendarDate,
  reason: string,
): NewEntry {
  const { announced, conditional, receivable, notYetFormalised } = ground
  const neverOwed = add(conditional.amount, notYetFormalised)
  const lines = [
    ...reductionLines(about, receivable.amount, receivable),
    ...pair('promises', 'conditional', conditional, about),
    ...pair('promises', 'announced', announcedShare(neverOwed, announced), about),
  ]
  return entry('pledge_withdrawn', on, lines, reason)
}

/** What is owed and will not come is given up, at the dollars at which it is carried; it stays formalised. */
export function writeOffEntry(
  about: PledgeSubject,
  amount: Money,
  receivable: Carried,
  on: CalendarDate,
  reason: string,
): NewEntry {
  const share = carryingShare(amount, receivable)
  return entry('pledge_written_off', on, pair('written_off', 'receivable', share, about), reason)
}

export function conditionMetLines(
  about: PledgeSubject,
  amount: Money,
  conditional: Carried,
  rate: ExchangeRate,
): Line[] {
  return [
    ...pair('promises', 'conditional', carryingShare(amount, conditional), about),
    ...pairAtRate('receivable', 'pledge_income', amount, rate, about),
  ]
}

export function pairAtRate(
  debit: Account,
  credit: Account,
  amount: Money,
  rate: ExchangeRate,
  about: LineSubject,
): Line[] {
  return [lineAtRate(debit, amount, rate, about), lineAtRate(credit, negate(amount), rate, about)]
}

export function carriedAt(amount: Money, rate: ExchangeRate): Carried {
  return { amount, usdMinor: toUsdMinor(amount, rate) }
}

function reductionLines(about: PledgeSubject, amount: Money, receivable: Carried): Line[] {
  return pair('pledge_income', 'receivable', carryingShare(amount, receivable), about)
}

/** More may be signed on a condition than was announced; what is taken back of the announcement is at most all of it. */
function announcedShare(amount: Money, announced: Carried): Carried {
  return carryingShare(smaller(amount, announced.amount), announced)
}

function pair(debit: Account, credit: Account, carried: Carried, about: LineSubject): Line[] {
  return [line(debit, carried, about), line(credit, negated(carried), about)]
}
