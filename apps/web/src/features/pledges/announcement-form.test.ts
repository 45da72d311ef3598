import { expect, test } from 'vitest'
import { announcementForm, emptyAnnouncement, type TypedAnnouncement } from './announcement-form.ts'

const donorId = '6f1c9a2e-3b1d-4f60-9a44-0c7a1f2b3c4d'

function typed(changes: Partial<TypedAnnouncement> = {}): TypedAnnouncement {
  return {
    ...emptyAnnouncement(donorId),
    announcedOn: '2026-11-24',
    amount: { text: '1000.00', currency: 'EUR' },
    ...changes,
  }
}

function refusals(values: TypedAnnouncement): [string, unknown][] {
  const { error } = announcementForm.safeParse(values)
  return (error?.issues ?? []).map((issue) => {
    const params = 'params' in issue ? (issue.params as { code?: string } | undefined) : undefined
    return [issue.path.join('.'), params?.code ?? issue.code]
  })
}

test('reads an announcement of money with instalments by terms', () => {
  const instalments = {
    ...typed().instalments,
    mode: 'terms' as const,
    count: 3,
    every: 'year' as const,
    from: '2027-01-31',
  }
  const announced = announcementForm.parse(typed({ instalments }))
  expect(announced).toMatchObject({
    kind: 'money',
    amount: { amountMinor: 100_000, currency: 'EUR' },
    instalments: [
      { dueOn: '2027-01-31', amount: { amountMinor: 33_333, currency: 'EUR' } },
      { dueOn: '2028-01-31', amount: { amountMinor: 33_333, currency: 'EUR' } },
      { dueOn: '2029-01-31', amount: { amountMinor: 33_334, currency: 'EUR' } },
    ],
  })
})

test('refuses everything that is missing at once, each at its field', () => {
  const values = typed({ donorId: null, announcedOn: null, amount: { text: '1,000', currency: 'EUR' } })
  expect(refusals(values)).toEqual([
    ['donorId', 'errors.required'],
    ['announcedOn', 'errors.required'],
    ['amount.text', 'fund.amount_separators'],
  ])
})

test('refuses instalments that do not add up to the pledge', () => {
  const rows = [
    { dueOn: '2027-01-01', text: '400' },
    { dueOn: '2027-06-01', text: '500' },
  ]
  expect(refusals(typed({ instalments: { ...typed().instalments, mode: 'typed', rows } }))).toEqual([
    ['instalments', 'pledges.instalments_sum'],
  ])
})

test('refuses a typed instalment without a day, at that row', () => {
  const rows = [{ dueOn: null, text: '1000' }]
  expect(refusals(typed({ instalments: { ...typed().instalments, mode: 'typed', rows } }))).toEqual([
    ['instalments.rows.0.dueOn', 'errors.required'],
  ])
})

test('asks for no amount of a pledge in kind, and takes none along', () => {
  const announced = announcementForm.parse(
    typed({ kind: 'in_kind', amount: { text: 'not a number', currency: 'EUR' }, description: 'Training rooms' }),
  )
  expect(announced).not.toHaveProperty('amount')
  expect(announced).toMatchObject({ kind: 'in_kind', description: 'Training rooms', valuation: null, valuedBy: null })
})

test('forgets a percentage when the condition is no longer one of matching', () => {
  const announced = announcementForm.parse(typed({ condition: { kind: 'approval', matchPercent: 40, note: '' } }))
  expect(announced).toMatchObject({ condition: { kind: 'approval', matchPercent: null, note: null } })
})
