import { expect, test } from 'vitest'
import { dayProblem, nextStages, personalWordsIn, proposedStage, requestStages, takesOffers } from './request.ts'

test('a request is never matched by hand, and a closed one goes nowhere', () => {
  expect(requestStages.flatMap(nextStages)).not.toContain('matched')
  for (const closed of ['answered', 'declined', 'withdrawn'] as const) {
    expect(nextStages(closed)).toEqual([])
    expect(takesOffers(closed)).toBe(false)
  }
})

test('no step leads back', () => {
  for (const stage of requestStages)
    for (const next of nextStages(stage))
      expect(requestStages.indexOf(next)).toBeGreaterThan(requestStages.indexOf(stage))
})

test('a step lies neither before the one it follows nor in the future', () => {
  expect(dayProblem('2026-03-01', '2026-03-02', '2026-11-24')).toBe('before_last_step')
  expect(dayProblem('2026-11-25', '2026-03-02', '2026-11-24')).toBe('in_future')
  expect(dayProblem('2026-03-02', '2026-03-02', '2026-11-24')).toBeNull()
  expect(dayProblem('2026-11-24', '2026-03-02', '2026-11-24')).toBeNull()
})

test('proposes what the linked activities say, and nothing for a closed request', () => {
  expect(proposedStage('matched', ['planned'])).toBeNull()
  expect(proposedStage('matched', ['planned', 'ongoing'])).toBe('in_delivery')
  expect(proposedStage('in_delivery', ['ongoing'])).toBeNull()
  expect(proposedStage('in_delivery', ['completed', 'completed'])).toBe('answered')
  expect(proposedStage('withdrawn', ['completed'])).toBeNull()
  expect(proposedStage('received', [])).toBeNull()
})

test('points at what looks like a person', () => {
  expect(personalWordsIn(['Training of prosecutors', 'Write to someone@example.org'])).toBe('someone@example.org')
  expect(personalWordsIn(['Training of prosecutors', ''])).toBeUndefined()
})
