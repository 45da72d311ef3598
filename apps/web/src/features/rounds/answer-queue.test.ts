import { expect, test } from 'vitest'
import { isComplete, settled, type Typed, type TypedAnswer, unsent, waitingOf } from './answer-queue.ts'

const keys = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const aTyped = (over: Partial<TypedAnswer> = {}): TypedAnswer => ({
  reference: 'ACT-2026-00001',
  kind: 'unchanged',
  status: 'ongoing',
  startOn: null,
  endOn: null,
  note: '',
  expectedVersion: 1,
  typedAt: '2026-11-24T09:00:00.000Z',
  key: keys[0],
  settledKey: null,
  trouble: null,
  ...over,
})
const typed: Typed = {
  'ACT-2026-00002': aTyped({ reference: 'ACT-2026-00002', typedAt: '2026-11-24T10:00:00.000Z', key: keys[1] }),
  'ACT-2026-00001': aTyped(),
}

test('sends in the order in which it was typed', () => {
  expect(waitingOf(typed).map(({ reference }) => reference)).toEqual(['ACT-2026-00001', 'ACT-2026-00002'])
})

test('keeps here what ended without its day', () => {
  const ended = aTyped({ kind: 'ended', status: 'completed' })
  expect(isComplete(ended)).toBe(false)
  expect(waitingOf({ [ended.reference]: ended })).toEqual([])
  expect(Object.keys(unsent({ [ended.reference]: ended }))).toEqual([ended.reference])
})

test('forgets what the server kept and goes on waiting with what was typed meanwhile', () => {
  const sent = waitingOf(typed)
  const again = { ...typed, 'ACT-2026-00002': aTyped({ reference: 'ACT-2026-00002', key: crypto.randomUUID() }) }
  const outcomes = sent.map(({ reference }) => ({ outcome: 'kept' as const, reference, version: 4 }))
  const after = settled(again, sent, outcomes)
  expect(waitingOf(after).map(({ reference, expectedVersion }) => [reference, expectedVersion])).toEqual([
    ['ACT-2026-00002', 4],
  ])
  expect(Object.keys(unsent(after))).toEqual(['ACT-2026-00002'])
})

test('keeps what met another edit until a person has decided, and does not send it again by itself', () => {
  const [first] = waitingOf(typed)
  if (!first) throw new Error('nothing waits')
  const fields = { status: 'planned' as const, startOn: null, endOn: null }
  const met = {
    outcome: 'conflict' as const,
    reference: first.reference,
    theirs: fields,
    theirVersion: 2,
    theirName: 'A',
  }
  const after = settled(typed, [first], [met])
  expect(waitingOf(after).map(({ reference }) => reference)).toEqual(['ACT-2026-00002'])
  expect(unsent(after)['ACT-2026-00001']?.trouble).toEqual(met)
})
