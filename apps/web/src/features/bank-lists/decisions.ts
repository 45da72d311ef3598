import type {
  BankListConfirmation,
  BankListDecision,
  BankListPreview,
  ControlTotals,
  PreviewedRow,
} from '@concert/domain/bank-list'
import type { ProposedAllocation } from '@concert/domain/bank-list-matching'
import { type Money, sum } from '@concert/domain/money'

/** What an officer decided on one line, as the page keeps it. */
export type Decided =
  | {
      decision: 'book'
      donorId: string
      donorName: string | null
      allocations: ProposedAllocation[]
      lookAlikeReason: string | null
    }
  | { decision: 'leave_out'; reason: string }

/** By line. A line that is booked already, or that nobody has decided on, is not in it. */
export type Decisions = ReadonlyMap<number, Decided>

/** What is clear from the beginning: matched lines that nothing speaks against. Everything else waits for a person. */
export function firstDecisions(rows: readonly PreviewedRow[]): Decisions {
  return new Map(
    rows.flatMap((row): [number, Decided][] => {
      const { donorId, allocations } = row.proposal
      if (row.state !== 'matched' || row.obstacle !== null || donorId === null) return []
      const { donorName } = row
      return [[row.line, { decision: 'book', donorId, donorName, allocations, lookAlikeReason: null }]]
    }),
  )
}

export function isUndecided(row: PreviewedRow, decisions: Decisions): boolean {
  return row.state !== 'booked_already' && !decisions.has(row.line)
}

export interface DecisionCounts {
  book: number
  sum: Money
  already: number
  out: number
  open: number
}

export function countDecisions({ rows, account }: BankListPreview, decisions: Decisions): DecisionCounts {
  const isOf = (kind: Decided['decision']) => (row: PreviewedRow) => decisions.get(row.line)?.decision === kind
  const booked = rows.filter(isOf('book'))
  return {
    book: booked.length,
    sum: sum(
      booked.map(({ amount }) => amount),
      account.currency,
    ),
    already: rows.filter(({ state }) => state === 'booked_already').length,
    out: rows.filter(isOf('leave_out')).length,
    open: rows.filter((row) => isUndecided(row, decisions)).length,
  }
}

/** What is sent: the decisions, and what the bank itself says the list adds up to. */
export function confirmationOf(
  preview: BankListPreview,
  stated: ControlTotals,
  decisions: Decisions,
  idempotencyKey: string,
): BankListConfirmation {
  const toDecision = ([line, decided]: [number, Decided]): BankListDecision => {
    if (decided.decision === 'leave_out') return { ...decided, line }
    const { donorId, lookAlikeReason } = decided
    const allocations = decided.allocations.map(({ pledgeId, instalmentId, amount }) => {
      return { pledgeId, instalmentId, amount, settles: null }
    })
    return { decision: 'book', line, donorId, allocations, lookAlikeReason }
  }
  return {
    bankAccountId: preview.account.id,
    ...stated,
    decisions: [...decisions].map(toDecision),
    idempotencyKey,
  }
}
