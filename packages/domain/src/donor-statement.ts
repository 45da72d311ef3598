import type { CalendarDate } from './calendar-date.ts'
import { type Money, withinBounds } from './money.ts'

/** What a pledge moved in a period, in minor units of its currency; the journal's lines by value date. */
export interface PledgeMovement {
  /** What the donor owed when the period began. */
  opening: number
  announced: number
  /** Formalised less what was reduced or withdrawn. */
  formalised: number
  received: number
  writtenOff: number
  /** opening + formalised − received − writtenOff. */
  outstanding: number
}

export interface StatementRow extends PledgeMovement {
  reference: string
  announcedOn: CalendarDate
  currency: string
}

/** The same in US cents. Receipts count at their own rate, so that an exchange difference stands between the two ends. */
export interface DollarMovement extends PledgeMovement {
  exchangeDifference: number
}

export interface StatementPayment {
  reference: string
  receivedOn: CalendarDate
  amount: Money
  usdMinor: number
}

/** One donor over a period, both days included. */
export interface DonorStatement {
  from: CalendarDate
  until: CalendarDate
  rows: StatementRow[]
  /** One for each currency, in the order of the rows. */
  totals: (PledgeMovement & { currency: string })[]
  usd: DollarMovement
  payments: StatementPayment[]
  /** What came in and no pledge explains when the period ends. */
  unallocated: Money[]
}

const parts = ['opening', 'announced', 'formalised', 'received', 'writtenOff', 'outstanding'] as const

/** Sums by currency, in the order in which the currencies first stand. Throws RangeError past 10^15. */
export function totalsByCurrency(rows: readonly StatementRow[]): DonorStatement['totals'] {
  const totals = new Map<string, PledgeMovement & { currency: string }>()
  for (const row of rows) {
    const total = totals.get(row.currency) ?? { currency: row.currency, ...nothing }
    totals.set(row.currency, {
      ...total,
      ...Object.fromEntries(parts.map((part) => [part, withinBounds(total[part] + row[part])])),
    })
  }
  return [...totals.values()]
}

/** Whether both ends of a row agree with what happened between them. */
export function foots(row: PledgeMovement, exchangeDifference = 0): boolean {
  return row.opening + row.formalised - row.received - row.writtenOff + exchangeDifference === row.outstanding
}

const nothing: PledgeMovement = { opening: 0, announced: 0, formalised: 0, received: 0, writtenOff: 0, outstanding: 0 }
