import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AssistanceCase,
  daysToDelivery,
  daysToFirstAnswer,
  type FunnelStage,
  hasReached,
} from './assistance-indicators.ts'
import { type AssistanceTold, areCovered, toldOf, toldWithinDays } from './assistance-release.ts'
import { addDays } from './calendar-date.ts'
import { type RequestStage, requestStages } from './request.ts'

const receivedOn = '2026-01-01'

function aCase(id: string, placeCode: string, days: [RequestStage, number][], more: Partial<AssistanceCase> = {}) {
  const steps = [['received', 0] as const, ...days].map(([stage, after]) => ({ stage, on: addDays(receivedOn, after) }))
  const stage = steps.at(-1)?.stage ?? 'received'
  return { id, placeCode, isDeveloping: false, isNamed: false, receivedOn, stage, steps, ...more }
}

const fromStates = (codes: string[], days: [RequestStage, number][] = [], more: Partial<AssistanceCase> = {}) =>
  codes.map((code) => aCase(`${code} ${JSON.stringify(days)}`, code, days, more))

test('many requests of two States are not told, and of three States they are', () => {
  expect(toldOf([...fromStates(['A', 'B']), aCase('x', 'A', []), aCase('y', 'B', [])])).toBeNull()
  expect(toldOf(fromStates(['A', 'B', 'C']))?.received).toBe(3)
  expect(toldOf([])).toBeNull()
})

test('a State that agreed to be named hides nobody else', () => {
  const named = aCase('n', 'N', [], { isNamed: true })
  expect(toldOf([...fromStates(['A', 'B']), named])).toBeNull()
  expect(toldOf([...fromStates(['A', 'B', 'C']), named])?.received).toBe(4)
})

test('an answered number is not told when fewer than three States are left unanswered', () => {
  const answered = fromStates(['A', 'B', 'C'], [['answered', 5]])
  expect(toldOf([...answered, ...fromStates(['D', 'E'])])?.answered).toBeNull()
  expect(toldOf([...answered, ...fromStates(['D', 'E', 'F'])])?.answered).toBe(3)
  expect(toldOf(answered)?.answered).toBe(3)
})

test('a share is not told when the other numbers would cut it into fewer than three States', () => {
  const told = toldOf([
    ...fromStates(['A', 'B', 'C'], [['answered', 5]]),
    ...fromStates(['D', 'E', 'F'], [], { isDeveloping: true }),
    ...fromStates(['G', 'H'], []),
  ])
  expect(told).toMatchObject({ received: 8, answered: 3, developingShare: null })
})

test('a median is told as the end of its span, and only when three States lie in it', () => {
  const told = toldOf([
    ...fromStates(['A', 'B', 'C'], [['acknowledged', 8]]),
    ...fromStates(['D', 'E', 'F'], [['acknowledged', 12]]),
    ...fromStates(['G', 'H', 'I'], [['acknowledged', 40]]),
  ])
  expect(told?.firstAnswerWithin).toBe(14)
  expect(
    toldOf([...fromStates(['A', 'B'], [['acknowledged', 3]]), ...fromStates(['C'], [['acknowledged', 40]])]),
  ).toMatchObject({ received: 3, firstAnswerWithin: null })
})

/** The sets of requests whose counts someone knows who reads these numbers, medians as counts on both sides. */
function countsIn(cases: readonly AssistanceCase[], told: AssistanceTold): Set<string>[] {
  const counts: Set<string>[] = [new Set(cases.map(({ id }) => id))]
  const add = (value: number | null, is: (one: AssistanceCase) => boolean) => {
    if (value !== null) counts.push(new Set(cases.filter(is).map(({ id }) => id)))
  }
  add(told.answered, ({ stage }) => stage === 'answered')
  add(told.developingShare, ({ isDeveloping }) => isDeveloping)
  for (const [within, daysOf] of [
    [told.firstAnswerWithin, daysToFirstAnswer],
    [told.deliveryWithin, daysToDelivery],
  ] as const) {
    const below = toldWithinDays.findLast((edge) => within !== null && edge < within) ?? -1
    add(within, (one) => daysOf(one) !== null)
    add(within, (one) => (daysOf(one) ?? 9999) <= (within ?? 0))
    add(within, (one) => (daysOf(one) ?? 9999) <= below)
  }
  for (const [stage, value] of Object.entries(told.reached)) add(value, (one) => hasReached(one, stage as FunnelStage))
  return counts
}

const someRequests = fc.array(
  fc.record({
    state: fc.constantFrom(...'ABCDEFGHIJKL'),
    stage: fc.constantFrom(...requestStages),
    days: fc.constantFrom(1, 5, 9, 20, 45, 100),
    isDeveloping: fc.boolean(),
  }),
  { minLength: 3, maxLength: 60 },
)

test('nothing about fewer than three unnamed States comes out of any sums and differences of two releases', () => {
  let tellable = 0
  fc.assert(
    fc.property(
      someRequests,
      fc.subarray([...'ABCD']).map((codes) => new Set(codes)),
      fc.nat(60),
      fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 24, maxLength: 24 }),
      (drawn, named, cut, factors) => {
        const cases = drawn.map(({ state, stage, days, isDeveloping }, index) =>
          aCase(String(index), state, stage === 'received' ? [] : [[stage, days]], {
            isDeveloping,
            isNamed: named.has(state),
          }),
        )
        const counts = [cases.slice(0, cut), cases.slice(cut)].flatMap((part) => {
          const told = toldOf(part)
          if (told) tellable += 1
          return told ? countsIn(part, told) : []
        })
        // Whether the sum weighs a request at all: what it weighs none of, it says nothing of.
        const weighed = cases.filter(
          ({ id }) => counts.reduce((sum, set, at) => sum + (set.has(id) ? (factors[at] ?? 0) : 0), 0) !== 0,
        )
        const states = new Set(weighed.map(({ placeCode }) => placeCode).filter((code) => !named.has(code)))
        expect(weighed.length === 0 || states.size >= 3).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
  expect(tellable).toBeGreaterThan(500)
})

test('each single number, and what is left of the whole without it, covers three States or nobody', () => {
  fc.assert(
    fc.property(someRequests, (drawn) => {
      const cases = drawn.map(({ state, stage, days, isDeveloping }, index) =>
        aCase(String(index), state, stage === 'received' ? [] : [[stage, days]], { isDeveloping }),
      )
      const told = toldOf(cases)
      if (!told) return
      for (const set of countsIn(cases, told)) {
        for (const part of [cases.filter(({ id }) => set.has(id)), cases.filter(({ id }) => !set.has(id))]) {
          const states = new Set(part.map(({ placeCode }) => placeCode))
          expect(part.length === 0 || states.size >= 3).toBe(true)
        }
      }
    }),
    { numRuns: 2000 },
  )
})

test('what more is told covers what was told before', () => {
  const cases = fromStates(['A', 'B', 'C', 'D'])
  const [all, some] = [new Set(cases.map(({ id }) => id)), new Set([cases[0]?.id ?? ''])]
  expect(areCovered(cases, [all])).toBe(true)
  expect(areCovered(cases, [all, some])).toBe(false)
  expect(areCovered(cases, [])).toBe(true)
})
