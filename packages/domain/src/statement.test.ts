import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExchangeRate } from './exchange-rate.ts'
import { type Account, accounts, entryKinds } from './journal/accounts.ts'
import { entry, type Line, line, type NewEntry } from './journal/entry.ts'
import { allocationEntry, receiptEntry } from './journal/payment-entries.ts'
import { announcementEntry, formalisationEntry, reductionEntry } from './journal/pledge-entries.ts'
import { publicStatementOf, type StatementCell, statementOf } from './statement.ts'

const dollar: ExchangeRate = { currency: 'USD', on: '2026-01-01', unitsPerUsd: '1', source: 'USD' }
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
const about = { pledgeId: 'p', donorId: 'd' }

/** The cells of a period, added up one line after another. */
function cellsOf(entries: readonly NewEntry[], from: string, until: string): StatementCell[] {
  const cells = new Map<string, StatementCell>()
  for (const { kind, valueDate, lines } of entries.filter((one) => one.valueDate <= until)) {
    for (const { account, usdMinor } of lines) {
      const cell = cells.get(`${kind} ${account}`) ?? { kind, account, beforeUsd: 0, withinUsd: 0 }
      cell[valueDate < from ? 'beforeUsd' : 'withinUsd'] += usdMinor
      cells.set(`${kind} ${account}`, cell)
    }
  }
  return [...cells.values()]
}

const statementFor = (entries: readonly NewEntry[], from: string, until: string) =>
  statementOf({ from, until, asOfEntry: entries.length }, cellsOf(entries, from, until))

const movement = (entries: readonly NewEntry[], id: string) =>
  statementFor(entries, '2026-01-01', '2026-12-31').fund.movements.find((one) => one.id === id)?.usdMinor

describe('the statement of a small year', () => {
  const receipt = { paymentId: 'm', donorId: 'd', bankAccountId: 'b' }
  const entries = [
    announcementEntry(about, usd(100_000), '2025-06-01', dollar),
    formalisationEntry(about, usd(80_000), '2025-12-01', dollar, 'Letters'),
    receiptEntry({ about: receipt, amount: usd(30_000), fee: usd(20), receivedOn: '2026-02-01' }, dollar),
    allocationEntry(
      {
        about: { ...about, paymentId: 'm', instalmentId: undefined },
        amount: usd(25_000),
        settles: usd(25_000),
        allocatedOn: '2026-02-01',
      },
      {
        unallocated: { amount: usd(30_000), usdMinor: 30_000 },
        receivable: { amount: usd(80_000), usdMinor: 80_000 },
        conditional: { amount: usd(0), usdMinor: 0 },
        notYetFormalised: usd(20_000),
        rate: () => dollar,
      },
    ),
    reductionEntry(about, usd(5_000), { amount: usd(55_000), usdMinor: 55_000 }, '2026-03-01', 'Agreed'),
  ]
  const statement = statementFor(entries, '2026-01-01', '2026-12-31')

  test('says what was there, what moved and what is there', () => {
    expect(statement.fund).toMatchObject({ openingUsd: 80_000, closingUsd: 74_980 })
    expect(movement(entries, 'reductions')).toBe(-5_000)
    expect(movement(entries, 'bank_charges')).toBe(-20)
    expect(movement(entries, 'contributions')).toBe(0)
  })

  test('shows the cash side gross, with the bank’s charge as its own line', () => {
    expect(statement.cash).toMatchObject({ openingUsd: 0, closingUsd: 29_980 })
    expect(statement.cash.movements).toContainEqual({ id: 'received', usdMinor: 30_000 })
    expect(statement.cash.movements).toContainEqual({ id: 'bank_charges', usdMinor: -20 })
  })

  test('shows what stands in the books at both ends, and promises beside it', () => {
    expect(statement.standing).toEqual([
      { id: 'cash', openingUsd: 0, closingUsd: 29_980 },
      { id: 'receivable', openingUsd: 80_000, closingUsd: 50_000 },
      { id: 'unallocated', openingUsd: 0, closingUsd: -5_000 },
      { id: 'grants_payable', openingUsd: 0, closingUsd: 0 },
    ])
    expect(statement.memo[0]).toEqual({ id: 'announced', openingUsd: 100_000, closingUsd: 100_000 })
    expect(statement.differenceUsd).toBe(0)
  })
})

const accountOf = fc.constantFrom<Account>(
  ...accounts.filter((account) => account !== 'conversion' && account !== 'promises'),
)
const day = fc
  .integer({ min: 0, max: 1000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
const memo = new Set<Account>(['announced', 'conditional'])

/** Any entry that keeps promises apart from money, as every entry of the journal does. */
const anyEntry = fc
  .record({
    kind: fc.constantFrom(...entryKinds),
    on: day,
    debit: accountOf,
    credit: accountOf,
    cents: fc.integer({ min: 1, max: 10 ** 12 }),
  })
  .map(({ kind, on, debit, credit, cents }) => {
    const other = memo.has(debit) ? 'promises' : memo.has(credit) ? 'cash' : credit
    const lines: Line[] = [
      line(debit, { amount: usd(cents), usdMinor: cents }, {}),
      line(other, { amount: usd(-cents), usdMinor: -cents }, {}),
    ]
    return entry(kind, on, lines)
  })

describe('whatever is booked', () => {
  test('a statement foots, and agrees with what stands in the books', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 60 }), day, day, (entries, a, b) => {
        const [from, until] = a <= b ? [a, b] : [b, a]
        const { fund, cash, standing, differenceUsd } = statementFor(entries, from, until)
        for (const { openingUsd, movements, closingUsd } of [fund, cash]) {
          expect(movements.reduce((total, one) => total + one.usdMinor, openingUsd)).toBe(closingUsd)
        }
        expect(differenceUsd).toBe(0)
        expect(cash.closingUsd).toBe(standing.find(({ id }) => id === 'cash')?.closingUsd)
      }),
    )
  })

  test('one period opens with what the period before it closed with', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 60 }), fc.integer({ min: 1, max: 990 }), (entries, days) => {
        const at = (offset: number) => new Date(Date.UTC(2024, 0, 1 + days + offset)).toISOString().slice(0, 10)
        const first = statementFor(entries, '2024-01-01', at(0))
        const next = statementFor(entries, at(1), '2027-12-31')
        expect(next.fund.openingUsd).toBe(first.fund.closingUsd)
        expect(next.cash.openingUsd).toBe(first.cash.closingUsd)
        expect(next.standing.map((one) => one.openingUsd)).toEqual(first.standing.map((one) => one.closingUsd))
      }),
    )
  })

  test('the public statement has the same balances in fewer lines', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 60 }), (entries) => {
        const cells = cellsOf(entries, '2025-01-01', '2025-12-31')
        const { fund } = statementFor(entries, '2025-01-01', '2025-12-31')
        const open = publicStatementOf(2025, 0, cells).fund
        expect([open.openingUsd, open.closingUsd]).toEqual([fund.openingUsd, fund.closingUsd])
        expect(open.movements.reduce((total, one) => total + one.usdMinor, open.openingUsd)).toBe(open.closingUsd)
      }),
    )
  })
})
