import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar-date.ts'
import { type Dated, isWithin, layTimeline, shareOf, spanOf, ticksOf } from './timeline.ts'

const year = spanOf('2026-11-01', 12)
const item = (id: string, startOn: string | null, endOn: string | null, rows = ['unodc']): Dated => ({
  id,
  startOn,
  endOn,
  rows,
})
const lay = (items: readonly Dated[], least = 0) => layTimeline(items, ['iom', 'unodc'], year, least)

describe('a window', () => {
  test('ends on the day before the same day months later', () => {
    expect(year).toEqual({ from: '2026-11-01', until: '2027-10-31' })
    expect(spanOf('2026-01-31', 1)).toEqual({ from: '2026-01-31', until: '2026-02-27' })
  })

  test('begins at 0, and the day after it stands at 1', () => {
    expect(shareOf(year, '2026-11-01')).toBe(0)
    expect(shareOf(year, '2027-11-01')).toBe(1)
  })
})

describe('rows and lanes', () => {
  test('what overlaps takes two lanes, what follows takes the first one again', () => {
    const [row] = lay([
      item('a', '2026-11-01', '2026-12-31'),
      item('b', '2026-12-31', '2027-01-31'),
      item('c', '2027-01-01', '2027-02-28'),
    ])
    expect(row).toMatchObject({ id: 'unodc', lanes: 2 })
    expect(row?.bars.map(({ id, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ])
  })

  test('what begins in the window stands above what has long begun', () => {
    const [row] = lay([
      item('old', '2020-01-01', '2030-01-01'),
      item('later', '2027-03-01', '2027-09-01'),
      item('older', '2019-01-01', '2028-01-01'),
      item('soon', '2026-12-01', '2027-06-01'),
    ])
    const byLane = (row?.bars ?? []).toSorted((a, b) => a.lane - b.lane).map(({ id }) => id)
    expect(byLane).toEqual(['soon', 'later', 'old', 'older'])
  })

  test('a joint activity stands in the row of each of its agencies, in the order asked for', () => {
    const rows = lay([item('a', '2026-12-01', '2026-12-05', ['unodc', 'iom', 'iom'])])
    expect(rows.map(({ id, bars }) => [id, bars.length])).toEqual([
      ['iom', 1],
      ['unodc', 1],
    ])
  })

  test('a day has a width, and a label has its room beside it', () => {
    const [row] = lay([item('a', '2026-11-01', '2026-11-01'), item('b', '2027-10-31', '2027-10-31')], 0.25)
    const [first, last] = row?.bars ?? []
    expect(first).toMatchObject({ from: 0, until: 1 / 365, roomFrom: 0, roomUntil: 0.25 })
    expect(last).toMatchObject({ until: 1, roomFrom: 0.75, roomUntil: 1 })
  })

  test('is open where a date is unknown or beyond the window', () => {
    const [row] = lay([
      item('around', '2020-01-01', '2030-01-01'),
      item('no end', '2027-01-01', null),
      item('no start', null, '2027-01-01'),
      item('exact', '2026-11-01', '2027-10-31'),
      item('neither', null, null),
      item('before', '2020-01-01', '2026-10-31'),
    ])
    const open = Object.fromEntries((row?.bars ?? []).map((bar) => [bar.id, [bar.isOpenBefore, bar.isOpenAfter]]))
    expect(open).toEqual({
      around: [true, true],
      'no end': [false, true],
      'no start': [true, false],
      exact: [false, false],
    })
  })
})

describe('ticks', () => {
  test('are months while there is room for them, else quarters, else years', () => {
    expect(ticksOf(year, 12)).toMatchObject({ unit: 'month', ticks: { length: 12 } })
    expect(ticksOf(year, 5).ticks.map(({ on }) => on)).toEqual(['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01'])
    expect(ticksOf(spanOf('2021-06-15', 84), 8).ticks.map(({ on }) => on)[0]).toBe('2022-01-01')
    expect(ticksOf(spanOf('2001-01-01', 360), 7).ticks.map(({ on }) => on.slice(0, 4))).toEqual([
      '2004',
      '2008',
      '2012',
      '2016',
      '2020',
      '2024',
      '2028',
    ])
  })
})

const day = fc.integer({ min: -800, max: 1200 }).map((days) => addDays('2026-11-01', days))
const anItem = fc.record({
  startOn: fc.option(day, { freq: 6 }),
  endOn: fc.option(day, { freq: 6 }),
  rows: fc.subarray(['iom', 'unodc']),
})
const items = fc.array(anItem, { maxLength: 60 }).map((drawn) => drawn.map((one, n) => ({ id: String(n), ...one })))
const share = fc.double({ min: 0, max: 0.4, noNaN: true })

test('no two of a lane share their room, and nothing reaches over the edges', () => {
  fc.assert(
    fc.property(items, share, (drawn, least) => {
      for (const { bars, lanes } of lay(drawn, least)) {
        for (const bar of bars) {
          expect(bar.roomFrom).toBeGreaterThanOrEqual(0)
          expect(bar.roomUntil).toBeLessThanOrEqual(1)
          expect(bar.from).toBeGreaterThanOrEqual(bar.roomFrom)
          expect(bar.until).toBeLessThanOrEqual(bar.roomUntil)
          expect(bar.from).toBeLessThanOrEqual(bar.until)
          expect(bar.lane).toBeLessThan(lanes)
        }
        for (let lane = 0; lane < lanes; lane += 1) {
          const inLane = bars.filter((bar) => bar.lane === lane)
          for (const [n, bar] of inLane.entries()) {
            if (n > 0) expect(bar.roomFrom).toBeGreaterThanOrEqual(inLane[n - 1]?.roomUntil ?? 1)
          }
        }
      }
    }),
  )
})

test('takes no more lanes than there are items at once', () => {
  fc.assert(
    fc.property(items, share, (drawn, least) => {
      for (const { bars, lanes } of lay(drawn, least)) {
        const atOnce = bars.map(
          (bar) => bars.filter((other) => other.roomFrom <= bar.roomFrom && other.roomUntil > bar.roomFrom).length,
        )
        // A bar without width or room takes part in no crowd, but stands in a lane.
        expect(lanes).toBeLessThanOrEqual(Math.max(1, ...atOnce) + bars.filter(isEmpty).length)
      }
    }),
  )
})

test('shows exactly the items that may have a day in the window, once in each of their rows', () => {
  fc.assert(
    fc.property(items, (drawn) => {
      const shown = lay(drawn).flatMap(({ id, bars }) => bars.map((bar) => `${id} ${bar.id}`))
      const expected = drawn
        .filter((one) => isWithin(year, one))
        .flatMap(({ id, rows }) => rows.map((row) => `${row} ${id}`))
      expect(shown.toSorted()).toEqual(expected.toSorted())
    }),
  )
})

test('ticks stand in the window, in order, never more than asked for', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 30 }), (from, months, most) => {
      const { ticks } = ticksOf(spanOf(from, months), most)
      expect(ticks.length).toBeLessThanOrEqual(most)
      for (const [n, { at }] of ticks.entries()) {
        expect(at).toBeGreaterThanOrEqual(n === 0 ? 0 : (ticks[n - 1]?.at ?? 1))
        expect(at).toBeLessThan(1)
      }
    }),
  )
})

function isEmpty({ roomFrom, roomUntil }: { roomFrom: number; roomUntil: number }): boolean {
  return roomFrom === roomUntil
}
