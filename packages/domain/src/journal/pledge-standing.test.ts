import { expect, test } from 'vitest'
import {
  flagsOf,
  instalmentState,
  lifeOf,
  notYetFormalised,
  overdueAmount,
  type PledgeBalance,
} from './pledge-standing.ts'

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })

function aBalance(parts: Partial<Record<keyof PledgeBalance, number>>): PledgeBalance {
  const of = (key: keyof PledgeBalance) => usd(parts[key] ?? 0)
  return {
    announced: of('announced'),
    formalised: of('formalised'),
    conditional: of('conditional'),
    outstanding: of('outstanding'),
    received: of('received'),
    reduced: of('reduced'),
    writtenOff: of('writtenOff'),
  }
}

test.each([
  ['announced', { announced: 100 }],
  ['formalised', { announced: 100, formalised: 90, outstanding: 90 }],
  ['formalised', { announced: 100, conditional: 100 }],
  ['part_received', { announced: 100, formalised: 100, outstanding: 40, received: 60 }],
  ['part_received', { announced: 100, formalised: 90, received: 90 }],
  ['received', { announced: 100, formalised: 100, received: 100 }],
  ['withdrawn', {}],
  ['withdrawn', { announced: 100, reduced: 100 }],
  ['closed_partly_fulfilled', { announced: 100, formalised: 60, reduced: 40, received: 60 }],
  ['closed_partly_fulfilled', { announced: 100, formalised: 100, writtenOff: 100 }],
  ['closed_partly_fulfilled', { announced: 100, formalised: 100, received: 60, writtenOff: 40 }],
] as const)('is %s with %j', (life, parts) => {
  expect(lifeOf(aBalance(parts))).toBe(life)
})

test('what is not yet formalised never drops below zero', () => {
  expect(notYetFormalised(aBalance({ announced: 100, formalised: 70, conditional: 10 }))).toEqual(usd(20))
  expect(notYetFormalised(aBalance({ announced: 100, formalised: 120 }))).toEqual(usd(0))
})

test('only what is formalised can be overdue, and only from the day after', () => {
  const instalments = [
    { dueOn: '2026-01-31', amount: usd(50), paid: usd(20) },
    { dueOn: '2026-02-28', amount: usd(50), paid: usd(0) },
  ]
  const formalised = aBalance({ announced: 100, formalised: 100, outstanding: 80, received: 20 })
  expect(overdueAmount(formalised, instalments, '2026-01-31')).toEqual(usd(0))
  expect(overdueAmount(formalised, instalments, '2026-02-01')).toEqual(usd(30))
  expect(flagsOf(formalised, instalments, '2026-03-01')).toEqual(['overdue'])
  expect(flagsOf(aBalance({ announced: 100 }), instalments, '2026-03-01')).toEqual([])
})

test.each([
  ['not_due', { announced: 100 }, '2026-03-01'],
  ['due_later', { announced: 100, formalised: 100, outstanding: 100 }, '2026-01-31'],
  ['overdue', { announced: 100, formalised: 100, outstanding: 100 }, '2026-02-01'],
  ['no_longer_due', { announced: 100, formalised: 100, writtenOff: 100 }, '2026-02-01'],
  ['no_longer_due', { announced: 100, reduced: 100 }, '2026-02-01'],
] as const)('an instalment is %s with %j on %s', (state, parts, today) => {
  const part = { dueOn: '2026-01-31', amount: usd(100), paid: usd(0) }
  expect(instalmentState(aBalance(parts), part, today)).toBe(state)
})

test('what was lessened or waits for a condition is said beside the life, what is overdue first', () => {
  const instalments = [{ dueOn: '2026-01-31', amount: usd(50), paid: usd(0) }]
  const parts = { announced: 100, formalised: 60, outstanding: 30, conditional: 10, reduced: 5, writtenOff: 5 }
  expect(flagsOf(aBalance(parts), instalments, '2026-03-01')).toEqual([
    'overdue',
    'conditional',
    'reduced',
    'written_off',
  ])
  expect(flagsOf(aBalance({ announced: 100 }), instalments, '2026-03-01')).toEqual([])
})

test('an instalment is paid once all of it is, whatever the day', () => {
  const balance = aBalance({ announced: 100, formalised: 100, outstanding: 50, received: 50 })
  const part = { dueOn: '2026-01-31', amount: usd(50), paid: usd(50) }
  expect(instalmentState(balance, part, '2026-03-01')).toBe('paid')
  expect(instalmentState(balance, { ...part, paid: usd(49) }, '2026-03-01')).toBe('overdue')
})
