import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisionClosing, timesCarried } from './agenda.ts'

const meetings = ['2026-03-10', '2026-06-09', '2026-09-08', '2026-12-08']
const takenOn = (on: string) => ({ meeting: { on } })

test('a decision is carried once for every meeting after its own', () => {
  expect(timesCarried(takenOn('2026-03-10'), meetings, '2026-03-10')).toBe(0)
  expect(timesCarried(takenOn('2026-03-10'), meetings, '2026-09-08')).toBe(2)
})

test('a later decision is never carried more often', () => {
  const day = fc.constantFrom(...meetings)
  fc.assert(
    fc.property(day, day, day, (earlier, later, on) => {
      fc.pre(earlier <= later)
      expect(timesCarried(takenOn(later), meetings, on)).toBeLessThanOrEqual(
        timesCarried(takenOn(earlier), meetings, on),
      )
    }),
  )
})

test('dropping says why, being done need not', () => {
  const closing = { id: crypto.randomUUID(), note: '', idempotencyKey: crypto.randomUUID() }
  expect(decisionClosing.safeParse({ ...closing, state: 'done' }).success).toBe(true)
  expect(decisionClosing.safeParse({ ...closing, state: 'dropped' }).error?.issues).toMatchObject([{ path: ['note'] }])
})
