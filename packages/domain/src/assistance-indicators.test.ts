import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AssistanceCase, assistanceIndicators, funnelStages, median } from './assistance-indicators.ts'

const aCase = (values: Partial<AssistanceCase> = {}): AssistanceCase => ({
  id: 'a',
  placeCode: '404',
  isDeveloping: false,
  isNamed: false,
  receivedOn: '2026-03-02',
  stage: 'received',
  steps: [{ stage: 'received', on: '2026-03-02' }],
  ...values,
})

test('counts days to the first answer and to delivery, a refusal being an answer', () => {
  const found = assistanceIndicators([
    aCase({
      stage: 'in_delivery',
      steps: [
        { stage: 'received', on: '2026-03-02' },
        { stage: 'acknowledged', on: '2026-03-05' },
        { stage: 'matched', on: '2026-03-20' },
        { stage: 'in_delivery', on: '2026-04-01' },
      ],
    }),
    aCase({ stage: 'declined', steps: [{ stage: 'declined', on: '2026-03-12' }], placeCode: '600' }),
    aCase({ stage: 'withdrawn', steps: [{ stage: 'withdrawn', on: '2026-03-03' }] }),
  ])
  expect(found.firstAnswerDays).toBe(6.5)
  expect(found.deliveryDays).toBe(30)
  expect(found.states).toBe(2)
})

test('a request answered at once was delivered on the day of its answer and passed every stage', () => {
  const found = assistanceIndicators([
    aCase({ stage: 'answered', steps: [{ stage: 'answered', on: '2026-03-04' }], isDeveloping: true }),
    aCase(),
    aCase(),
  ])
  expect(found.deliveryDays).toBe(2)
  expect(found.developingShare).toBe(3333)
  expect(funnelStages.map((stage) => found.reached[stage])).toEqual([3, 1, 1, 1, 1])
})

test('nothing has no median and no share', () => {
  expect(assistanceIndicators([])).toMatchObject({ received: 0, firstAnswerDays: null, developingShare: null })
})

test('as many values lie above a median as below it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN
      const above = values.filter((value) => value > middle).length
      expect(above).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2)
    }),
  )
})
