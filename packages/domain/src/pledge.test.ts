import { expect, test } from 'vitest'
import { pledgeAnnouncement, pledgeFormalisation } from './pledge.ts'

const id = '3f8b2a64-6c1d-4a53-9d7e-2b1c0f9e8d7a'
const announced = {
  kind: 'money',
  donorId: id,
  announcedOn: '2026-09-30',
  meetingId: null,
  earmarking: 'not_specified',
  earmarkingNote: null,
  idempotencyKey: id,
  amount: { amountMinor: 10_000, currency: 'EUR' },
  condition: { kind: 'none', matchPercent: null, note: null },
  instalments: [],
}

function codesOf(input: object): string[] {
  const parsed = pledgeAnnouncement.safeParse({ ...announced, ...input })
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => (issue.code === 'custom' ? String(issue.params?.code) : issue.code))
}

const part = (dueOn: string, amountMinor: number, currency = 'EUR') => ({ dueOn, amount: { amountMinor, currency } })

test('accepts money with instalments that add up', () => {
  expect(codesOf({ instalments: [part('2027-01-31', 4000), part('2027-02-28', 6000)] })).toEqual([])
})

test('refuses instalments that do not add up, run backwards or change currency', () => {
  expect(codesOf({ instalments: [part('2027-01-31', 4000)] })).toEqual(['pledges.instalments_sum'])
  expect(codesOf({ instalments: [part('2027-02-28', 4000), part('2027-01-31', 6000)] })).toEqual([
    'pledges.instalments_order',
  ])
  expect(codesOf({ instalments: [part('2027-02-28', 10_000, 'USD')] })).toEqual(['pledges.instalment_currency'])
})

test('refuses a currency outside its time', () => {
  expect(codesOf({ amount: { amountMinor: 100, currency: 'HRK' } })).toEqual(['fund.currency_not_active'])
  expect(codesOf({ amount: { amountMinor: 100, currency: 'HRK' }, announcedOn: '2022-12-31' })).toEqual([])
})

test('asks for the share of a matching pledge and for the words of any other condition', () => {
  expect(codesOf({ condition: { kind: 'match', matchPercent: null, note: null } })).toEqual(['pledges.match_percent'])
  expect(codesOf({ condition: { kind: 'none', matchPercent: 30, note: null } })).toEqual(['pledges.match_percent'])
  expect(codesOf({ condition: { kind: 'other', matchPercent: null, note: null } })).toEqual(['pledges.condition_note'])
})

test('keeps what is in kind outside the money, with whoever valued it', () => {
  const { amount: _amount, condition: _condition, instalments: _instalments, ...shared } = announced
  const inKind = {
    ...shared,
    kind: 'in_kind',
    description: 'Two trainers',
    valuation: { amountMinor: 500, currency: 'USD' },
  }
  expect(pledgeAnnouncement.safeParse({ ...inKind, valuedBy: null }).success).toBe(false)
  expect(pledgeAnnouncement.safeParse({ ...inKind, valuedBy: 'The donor' }).success).toBe(true)
  expect(
    pledgeAnnouncement.safeParse({ ...shared, kind: 'policy', description: 'A new law', amount: announced.amount })
      .success,
  ).toBe(false)
})

test('formalises with a schedule in the pledge’s currency', () => {
  const formalisation = {
    pledgeId: id,
    formalisedOn: '2026-10-01',
    amount: { amountMinor: 9000, currency: 'EUR' },
    evidence: 'Exchange of letters',
    conditional: false,
    idempotencyKey: id,
  }
  expect(pledgeFormalisation.safeParse({ ...formalisation, instalments: null }).success).toBe(true)
  expect(
    pledgeFormalisation.safeParse({ ...formalisation, instalments: [part('2027-01-31', 9000, 'USD')] }).success,
  ).toBe(false)
})
