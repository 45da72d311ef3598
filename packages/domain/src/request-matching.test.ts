import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MatchingReason, matchAgencies, matchingWeights } from './request-matching.ts'

const anyReason = fc.constantFrom(...(Object.keys(matchingWeights) as MatchingReason[]))
const anyAgencies = fc.uniqueArray(
  fc.record({ agencyId: fc.uuid(), acronym: fc.constantFrom('A', 'B', 'C', 'D', 'E'), reasons: fc.array(anyReason) }),
  { selector: ({ acronym }) => acronym },
)

test('leaves out an agency that works nowhere near', () => {
  expect(matchAgencies([{ agencyId: 'a', acronym: 'A', reasons: ['works_on_pillar', 'in_working_group'] }])).toEqual([])
})

test('adds each reason once, the weightiest first', () => {
  const [match] = matchAgencies([
    { agencyId: 'a', acronym: 'A', reasons: ['works_on_kind', 'works_in_country', 'works_on_kind'] },
  ])
  expect(match).toMatchObject({ reasons: ['works_in_country', 'works_on_kind'], score: 50 })
})

test('is ordered by score, by name among equals, and does not depend on the order of what it is given', () => {
  fc.assert(
    fc.property(anyAgencies, (agencies) => {
      const matches = matchAgencies(agencies)
      expect(matchAgencies(agencies.toReversed())).toEqual(matches)
      matches.forEach((match, index) => {
        const next = matches[index + 1]
        if (!next) return
        expect(match.score > next.score || (match.score === next.score && match.acronym < next.acronym)).toBe(true)
      })
    }),
  )
})
