import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween } from './calendar-date.ts'
import { newRound, proposedRound, roundAnswer, unansweredOf } from './round.ts'

test('proposes the half-year in which the day lies, whatever the day', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10)
      const { fromOn, untilOn, deadline } = proposedRound(day)
      expect(fromOn <= day && day <= untilOn).toBe(true)
      expect(daysBetween(fromOn, untilOn)).toBeGreaterThan(179)
      expect(daysBetween(untilOn, deadline)).toBe(31)
    }),
  )
})

test('refuses a period that ends before it begins, at its end', () => {
  const read = newRound.safeParse({ fromOn: '2026-07-01', untilOn: '2026-06-30', deadline: '2026-08-01', note: {} })
  expect(read.error?.issues[0]?.path).toEqual(['untilOn'])
})

test('asks of an activity that ended how and when it did', () => {
  const answer = {
    idempotencyKey: crypto.randomUUID(),
    reference: 'ACT-2026-00001',
    kind: 'ended',
    expectedVersion: 1,
    status: 'ongoing',
    startOn: null,
    endOn: null,
    note: '',
    typedAt: '2026-11-24T09:00:00.000Z',
  }
  expect(roundAnswer.safeParse(answer).error?.issues.map(({ path }) => path[0])).toEqual(['status', 'endOn'])
  expect(roundAnswer.safeParse({ ...answer, status: 'cancelled', endOn: '2026-11-01' }).success).toBe(true)
})

test('names the activities without an answer', () => {
  expect(unansweredOf([{ reference: 'ACT-2026-00001', answer: null }])).toEqual(['ACT-2026-00001'])
})
