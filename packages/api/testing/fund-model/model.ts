import {
  centsAt,
  type ModelEntry,
  type ModelLine,
  type ModelRate,
  minorAt,
  nothing,
  Refused,
  shareOf,
  sumOf,
  unitsOn,
  type Worth,
} from './books.ts'

export interface ModelPledge {
  id: string
  donor: number
  currency: string
  announcedOn: string
  /** Gives as much as others do: 50 % of the total. */
  isMatching: boolean
  /** In the order in which they fall due. */
  instalments: bigint[]
  wasPaid: boolean
}

export interface ModelPayment {
  id: string
  reference: string
  donor: number
  currency: string
  minor: bigint
  receivedOn: string
  bankReference: string | null
  isReversed: boolean
}

export interface ModelAllocation {
  entry: number
  isUndone: boolean
}

/** What one officer asked for and no other has decided. */
export type ModelRequest = { id: string; on: string } & (
  | { kind: 'write_off'; pledge: number; minor: bigint }
  | { kind: 'reversal'; entry: number }
)

export const today = '2026-11-24'

/** Everything that the reference model remembers of one run. */
export class FundModel {
  readonly entries: ModelEntry[] = []
  readonly pledges: ModelPledge[] = []
  readonly payments: ModelPayment[] = []
  readonly allocations: ModelAllocation[] = []
  readonly requests: ModelRequest[] = []
  readonly rates: ModelRate[]

  constructor(rates: readonly ModelRate[]) {
    this.rates = [...rates]
  }

  /** Does `work`; when a rule refuses it, nothing of it is left and the code is answered. */
  attempt(work: () => void): string | undefined {
    const before = this.entries.length
    try {
      work()
      return undefined
    } catch (error) {
      this.entries.length = before
      if (error instanceof Refused) return error.code
      throw error
    }
  }

  book(kind: string, on: string, lines: readonly ModelLine[], reverses?: number): number {
    const told = lines.filter(({ minor, usd }) => minor !== 0n || usd !== 0n)
    this.entries.push({ kind, on, lines: told, ...(reverses === undefined ? {} : { reverses }) })
    return this.entries.length
  }

  get lines(): ModelLine[] {
    return this.entries.flatMap((entry) => entry.lines)
  }

  entry(number: number): ModelEntry {
    const found = this.entries[number - 1]
    if (!found) throw new Error(`The model has no entry ${number}`)
    return found
  }

  isReversed(number: number): boolean {
    return this.entries.some((entry) => entry.reverses === number)
  }

  pledge(index: number) {
    const pledge = this.pledges[index]
    if (!pledge) throw new Error(`The model has no pledge ${index}`)
    const of = (account: string) => sumOf(this.lines, (line) => line.pledge === index && line.account === account)
    const lessening = this.entries.filter(({ kind, reverses }) =>
      ['pledge_reduced', 'pledge_withdrawn'].includes(reverses === undefined ? kind : this.entry(reverses).kind),
    )
    const announced = of('announced')
    const income = of('pledge_income')
    const conditional = of('conditional')
    const receivable = of('receivable')
    const formalised = { minor: -income.minor, usd: -income.usd }
    const isPaid = (line: ModelLine) => line.pledge === index && line.payment !== undefined
    const paid = sumOf(this.lines, (line) => isPaid(line) && line.account === 'receivable')
    const used = sumOf(this.lines, (line) => isPaid(line) && line.account === 'unallocated')
    const reduced = sumOf(
      lessening.flatMap((entry) => entry.lines),
      (line) => line.pledge === index && line.account === 'pledge_income',
    )
    const unsigned = announced.minor - formalised.minor - conditional.minor - reduced.minor
    return {
      ...pledge,
      announced,
      formalised,
      conditional,
      receivable,
      received: { minor: -paid.minor, usd: used.usd },
      reduced,
      writtenOff: of('written_off'),
      notYetFormalised: unsigned > 0n ? unsigned : 0n,
    }
  }

  /** Withdrawn, or given up in part: nothing more can be paid on it. */
  isClosed(index: number): boolean {
    const { receivable, conditional, notYetFormalised, received, reduced, writtenOff } = this.pledge(index)
    if (receivable.minor + conditional.minor + notYetFormalised > 0n) return false
    return received.minor === 0n || reduced.minor > 0n || writtenOff.minor > 0n
  }

  payment(index: number) {
    const payment = this.payments[index]
    if (!payment) throw new Error(`The model has no payment ${index}`)
    const left = sumOf(this.lines, (line) => line.payment === index && line.account === 'unallocated')
    return { ...payment, unallocated: { minor: -left.minor, usd: -left.usd } }
  }

  paidOn(pledge: number, instalment: number): bigint {
    const paid = sumOf(
      this.lines,
      (line) =>
        line.pledge === pledge &&
        line.instalment === instalment &&
        line.payment !== undefined &&
        line.account === 'receivable',
    )
    return -paid.minor
  }

  cash(bank: string): Worth {
    return sumOf(this.lines, (line) => line.account === 'cash' && line.bank === bank)
  }

  /** The dollars of an amount at the rate of a day. */
  cents(minor: bigint, currency: string, on: string): bigint {
    return centsAt(minor, currency, unitsOn(this.rates, currency, on))
  }

  minor(cents: bigint, currency: string, on: string): bigint {
    return minorAt(cents, currency, unitsOn(this.rates, currency, on))
  }

  requireBookable(on: string): void {
    if (on > today) throw new Refused('journal.date_in_future')
  }
}

/** Two lines of one amount, one on each side. */
export function pair(debit: string, credit: string, currency: string, worth: Worth, about: Partial<ModelLine>) {
  return [
    { account: debit, currency, ...worth, ...about },
    { account: credit, currency, minor: -worth.minor, usd: -worth.usd, ...about },
  ]
}

/** A part of what stands in the books, with its dollars; nothing of nothing. */
export function partOf(minor: bigint, whole: Worth): Worth {
  return minor === 0n && whole.minor !== 0n ? nothing : { minor, usd: shareOf(minor, whole) }
}
