import { expect, test } from 'vitest'
import { emptyPayment, paymentForm, type TypedPayment } from './payment-form.ts'

const donorId = '6f1c9a2e-3b1d-4f60-9a44-0c7a1f2b3c4d'
const pledgeId = '0b8f3a51-7c1e-4b0a-8e63-5f2d9c1a7e40'

function typed(changes: Partial<TypedPayment> = {}): TypedPayment {
  return {
    ...emptyPayment(donorId),
    receivedOn: '2026-11-20',
    amount: { text: '500.00', currency: 'EUR' },
    bankAccountId: 'c2a7d6f0-1b9e-4d33-9f58-7a6e4c3b2d11',
    ...changes,
  }
}

function refusals(values: TypedPayment): [string, unknown][] {
  const { error } = paymentForm.safeParse(values)
  return (error?.issues ?? []).map((issue) => {
    const params = 'params' in issue ? (issue.params as { code?: string } | undefined) : undefined
    return [issue.path.join('.'), params?.code ?? issue.code]
  })
}

const row = (text: string, currency = 'EUR', settles = '') => ({
  pledgeId,
  currency,
  text,
  settles: { text: settles, currency },
})

test('reads a payment, its fee in the same currency and the rows that hold an amount', () => {
  const payment = paymentForm.parse(typed({ fee: '0.20', allocations: [row('300'), row('')] }))
  expect(payment).toMatchObject({
    amount: { amountMinor: 50_000, currency: 'EUR' },
    fee: { amountMinor: 20, currency: 'EUR' },
    bankReference: null,
    allocations: [{ pledgeId, amount: { amountMinor: 30_000, currency: 'EUR' }, settles: null }],
  })
})

test('asks what a payment settles where the pledge is in another currency', () => {
  expect(refusals(typed({ allocations: [row('300', 'USD')] }))).toEqual([
    ['allocations.0.settles.text', 'fund.amount_missing'],
  ])
  const payment = paymentForm.parse(typed({ allocations: [row('300', 'USD', '324.00')] }))
  expect(payment.allocations[0]?.settles).toEqual({ amountMinor: 32_400, currency: 'USD' })
})

test('refuses a fee that cannot be read and one as large as the payment, at the fee', () => {
  expect(refusals(typed({ fee: '0,20' }))).toEqual([['fee', 'fund.amount_separators']])
  expect(refusals(typed({ fee: '500' }))).toEqual([['fee', 'payments.fee']])
})
