import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type FileObservation,
  fits,
  type Observation,
  type ObservationGround,
  planObservations,
  requireObservable,
  seriesLines,
} from './indicator.ts'

const ground: ObservationGround = {
  unit: 'count',
  countsVictims: false,
  definitions: [1, 2],
  places: new Set(['404']),
  today: '2026-11-25',
}

function aRow(over: Partial<FileObservation> = {}): FileObservation {
  return {
    line: 2,
    observedOn: '2020-01-01',
    value: 5,
    unit: 'count',
    place: null,
    definition: 1,
    source: 'Example',
    url: null,
    ...over,
  }
}

function standing(over: Partial<Observation> = {}): Observation {
  const { line: _, unit: __, ...row } = aRow()
  return { ...row, id: 'x', unverified: false, ...over }
}

const codesOf = (rows: FileObservation[], kept: Observation[] = []) =>
  planObservations(rows, kept, ground).refusals.map(({ line, column, code }) => `${line} ${column} ${code}`)

test('refuses each fault at its column', () => {
  expect(codesOf([aRow({ observedOn: '2026-11-26' })])).toEqual(['2 date indicators.future'])
  expect(codesOf([aRow({ value: 1.5 })])).toEqual(['2 value indicators.not_count'])
  expect(codesOf([aRow({ place: '999' })])).toEqual(['2 place indicators.place_unknown'])
  expect(codesOf([aRow({ definition: 3 })])).toEqual(['2 definition indicators.definition_unknown'])
  expect(codesOf([aRow({ unit: 'percent' })])).toEqual(['2 unit indicators.other_unit'])
  expect(codesOf([aRow(), aRow({ line: 3 })])).toEqual(['3 date indicators.twice'])
})

test('takes a count of victims only when it is 0 or at least 11', () => {
  const refusalsOf = (value: number) =>
    planObservations([aRow({ value })], [], { ...ground, countsVictims: true }).refusals.map(({ code }) => code)
  expect([0, 1, 10, 11].map((value) => refusalsOf(value).length)).toEqual([0, 1, 1, 0])
})

test('takes what stands already for the same, and what differs for a correction that needs a reason', () => {
  expect(planObservations([aRow()], [standing()], ground)).toMatchObject({
    observations: [{ standing: 'same' }],
    refusals: [],
  })
  expect(codesOf([aRow({ value: 6 })], [standing()])).toEqual(['2 value indicators.differs'])
  expect(codesOf([aRow({ definition: 2 })], [standing()])).toEqual([])
})

test('says at which field an observation by hand cannot be', () => {
  const code = { code: 'indicators.future', field: 'observedOn' }
  expect(() => requireObservable(aRow({ observedOn: '2027-01-01' }), ground)).toThrow(expect.objectContaining(code))
})

test('knows what a unit can hold', () => {
  expect([fits('percent', 100), fits('percent', 100.1), fits('share', 1.1), fits('yes_no', 2)]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('never joins two definitions or two places in a line, and loses no point', () => {
  const observation = fc.record({
    year: fc.integer({ min: 2000, max: 2025 }),
    definition: fc.integer({ min: 1, max: 3 }),
    place: fc.constantFrom(null, '404'),
    value: fc.nat(1000),
  })
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 40 }), fc.constantFrom(null, '404'), (rows, place) => {
      const all = rows.map(({ year, ...row }) => standing({ ...row, observedOn: `${year}-01-01` }))
      const lines = seriesLines(all, place)
      expect(new Set(lines.map(({ definition }) => definition)).size).toBe(lines.length)
      for (const { definition, points } of lines) {
        const own = all.filter((each) => each.place === place && each.definition === definition)
        expect(points).toHaveLength(own.length)
        expect(points.map(({ on }) => on)).toEqual(points.map(({ on }) => on).sort())
      }
    }),
  )
})
