import { expect, test } from 'vitest'
import { Turnstile } from './turnstile.ts'

function aTurnstile(atOnce: number, perMinute: number) {
  const clock = { now: 1_000_000 }
  return { clock, turnstile: new Turnstile({ atOnce, perMinute, now: () => clock.now }) }
}

test('lets as many in at once as it holds, and the next one when somebody has left', () => {
  const { turnstile } = aTurnstile(2, 100)
  const first = turnstile.enter('a')
  turnstile.enter('b')
  expect(turnstile.enter('c')).toEqual({ isOpen: false, reason: 'busy', retryAfter: 15 })
  if (!first.isOpen) throw new Error('The first one was not let in')
  first.leave()
  first.leave()
  expect(turnstile.enter('c').isOpen).toBe(true)
  expect(turnstile.enter('d').isOpen).toBe(false)
})

test('lets no address in too often, says when it may come again, and forgets after a minute', () => {
  const { turnstile, clock } = aTurnstile(100, 2)
  turnstile.enter('a')
  turnstile.enter('a')
  clock.now += 20_000
  expect(turnstile.enter('a')).toEqual({ isOpen: false, reason: 'too_often', retryAfter: 40 })
  expect(turnstile.enter('b').isOpen).toBe(true)
  clock.now += 40_000
  expect(turnstile.enter('a').isOpen).toBe(true)
})
