import type { PledgeStory } from '@concert/domain/fund-views'
import { expect, test } from 'vitest'
import { actionsFor, openOf } from './actions.ts'
import { changeForm, conditionForm, matchLimit, reductionForm } from './forms.ts'

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const none = eur(0)

function aPledge(over: Partial<PledgeStory>): PledgeStory {
  const stands = { amount: eur(100), formalised: none, received: none, outstanding: none, overdue: none }
  const open = { notYetFormalised: none, conditional: none }
  const words = { earmarkingNote: null, valuedBy: null, evidence: null, description: null, valuation: null }
  return {
    id: '6f1f9a52-0a8f-4d8e-9b3a-1f5a3f1f0a01',
    reference: 'PLG-2026-00001',
    kind: 'money',
    donorId: null,
    donorName: null,
    announcedOn: '2026-09-01',
    meeting: null,
    delivered: null,
    usd: null,
    condition: 'none',
    conditionDetail: { kind: 'none', matchPercent: null, note: null },
    earmarking: 'unearmarked',
    life: 'announced',
    flags: [],
    steps: [],
    instalments: [],
    allocations: [],
    entries: [],
    outcomes: [],
    ...stands,
    ...open,
    ...words,
    ...over,
  }
}

test('offers what makes sense where a pledge stands', () => {
  expect(actionsFor(aPledge({ notYetFormalised: eur(100) }))).toEqual(['change', 'withdraw'])
  const owed = aPledge({ life: 'formalised', formalised: eur(100), outstanding: eur(60) })
  expect(actionsFor(owed)).toEqual(['increase', 'reduce', 'withdraw', 'writeOff'])
  const waiting = aPledge({ life: 'formalised', conditional: eur(100) })
  expect(actionsFor(waiting)).toEqual(['meetCondition', 'reduce', 'withdraw'])
  expect(actionsFor(aPledge({ life: 'received', formalised: eur(100) }))).toEqual(['increase'])
  expect(actionsFor(aPledge({ life: 'withdrawn' }))).toEqual([])
  expect(openOf(aPledge({ outstanding: eur(1), conditional: eur(2), notYetFormalised: eur(4) }))).toEqual(eur(7))
})

const typed = {
  pledgeId: '6f1f9a52-0a8f-4d8e-9b3a-1f5a3f1f0a01',
  on: '2026-10-01',
  reason: ' Letter ',
  idempotencyKey: '6f1f9a52-0a8f-4d8e-9b3a-1f5a3f1f0a02',
}
const amount = { text: '12.50', currency: 'EUR' }

test('reads what was typed, and says at which field something is missing', () => {
  expect(reductionForm.parse({ ...typed, amount, from: 'owed' })).toMatchObject({ amount: eur(1250), reason: 'Letter' })
  const nothing = reductionForm.safeParse({
    ...typed,
    on: null,
    reason: '',
    amount: { ...amount, text: '' },
    from: 'owed',
  })
  expect(nothing.error?.issues.map(({ path }) => path.join('.'))).toEqual(['on', 'reason', 'amount.text'])
})

test('asks for the others’ total only where it is typed', () => {
  expect(conditionForm.parse({ ...typed, amount, othersGave: { text: ' ', currency: 'EUR' } }).othersGave).toBeNull()
})

test('a changed announcement brings the instalments that its terms come to', () => {
  const instalments = { mode: 'terms' as const, count: 2, every: 'quarter' as const, day: null, from: '2027-01-31' }
  const change = changeForm.parse({ ...typed, amount, instalments: { ...instalments, rows: [] } })
  expect(change.instalments).toEqual([
    { dueOn: '2027-01-31', amount: eur(625) },
    { dueOn: '2027-04-30', amount: eur(625) },
  ])
})

test('says how much of what the others gave is still matched', () => {
  expect(matchLimit(25, eur(30_000), eur(4_000))).toEqual({ most: eur(10_000), left: eur(6_000) })
  expect(matchLimit(25, eur(300), eur(4_000))).toEqual({ most: eur(100), left: eur(0) })
  expect(matchLimit(100, eur(300), null)).toBeNull()
})
