import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { mergeForm, splitForm, type TypedSplit } from './merge-form.ts'

const [a, b, idempotencyKey] = [randomUUID(), randomUUID(), randomUUID()]

test('a merge without the other donor or a reason is refused at the field', () => {
  const typed = { fromId: null, intoId: a, reason: ' ', idempotencyKey }
  const refused = mergeForm.safeParse(typed).error?.issues.map(({ path }) => path.join('.'))
  expect(refused).toEqual(['fromId', 'reason'])
  expect(mergeForm.parse({ ...typed, fromId: b, reason: 'The same' })).toEqual({
    fromId: b,
    intoId: a,
    reason: 'The same',
    idempotencyKey,
  })
})

test('of the two ways to say whose it is, only the chosen one is read', () => {
  const typed: TypedSplit = {
    fromId: a,
    pledgeIds: [randomUUID()],
    paymentIds: [],
    target: { to: 'existing', donorId: b, kind: 'GOV', name: { name: '', language: 'en' } },
    reason: 'Theirs',
    idempotencyKey,
  }
  expect(splitForm.parse(typed).target).toEqual({ to: 'existing', donorId: b })
  const nameless = splitForm.safeParse({ ...typed, target: { ...typed.target, to: 'new' } })
  expect(nameless.error?.issues.map(({ path }) => path.join('.'))).toEqual(['target.name.name'])
  const nothing = splitForm.safeParse({ ...typed, pledgeIds: [] })
  expect(nothing.error?.issues[0]).toMatchObject({ path: ['pledgeIds'], params: { code: 'donors.split_nothing' } })
})
