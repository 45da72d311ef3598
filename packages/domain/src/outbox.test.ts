import { expect, test } from 'vitest'
import { mailErrorOf, mostAttempts, pauseAfter } from './outbox.ts'

test('waits five times as long after each attempt, and gives up after the last', () => {
  const minutes = [1, 2, 3, 4, 5, 6].map((attempts) => {
    const pause = pauseAfter(attempts, 'deferred')
    return pause === null ? null : pause / 60_000
  })
  expect(minutes).toEqual([1, 5, 25, 125, 625, null])
  expect(pauseAfter(mostAttempts + 1, 'timeout')).toBeNull()
})

test('a refusal is final', () => {
  expect(pauseAfter(1, 'refused')).toBeNull()
})

test.each([
  [{ code: 'EENVELOPE', responseCode: 550 }, 'refused'],
  [{ code: 'EMESSAGE', responseCode: 554 }, 'refused'],
  [{ code: 'EENVELOPE', responseCode: 451 }, 'deferred'],
  [{ code: 'EPROTOCOL', responseCode: 421 }, 'deferred'],
  [{ code: 'EAUTH', responseCode: 535 }, 'sign_in'],
  [{ code: 'ETIMEDOUT' }, 'timeout'],
  [{ code: 'ESOCKET' }, 'unreachable'],
  [{ code: 'EDNS' }, 'unreachable'],
  [{ code: 'ETLS' }, 'encryption'],
  [{ code: 'ESOMETHING' }, 'unknown'],
  [{}, 'unknown'],
  ['gone', 'unknown'],
  [null, 'unknown'],
] as const)('%o is told as %s', (failure, error) => {
  expect(mailErrorOf(failure)).toBe(error)
})
