import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExactTable, leastTold, type ToldTable, tell } from './suppression.ts'

const counts = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 14 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2000 }) },
)
const tables = fc.array(counts, { minLength: 2, maxLength: 6 }).map(tableOf)
const changes = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 15 }), fc.integer({ min: -5, max: 90 })), {
  minLength: 6,
  maxLength: 6,
})

function tableOf(cells: readonly number[]): ExactTable {
  return {
    total: cells.reduce((sum, count) => sum + count, 0),
    cells: Object.fromEntries(cells.map((count, index) => [`cell ${index}`, count])),
  }
}

const changed = (table: ExactTable, by: readonly number[]) =>
  tableOf(Object.values(table.cells).map((count, index) => Math.max(0, count + (by[index] ?? 0))))

/**
 * Somebody who holds several tellings of one breakdown: knows every total, every told count, that counts are whole and
 * not negative, and, where `growing`, that no count ever shrinks. Answers whether count `key` of telling `at` can be `value`
 * by narrowing bounds until nothing changes and trying out what is left: exact, since every equation is one sum.
 */
function isPossible(tellings: readonly ToldTable[], growing: boolean, at: number, key: string, value: number): boolean {
  const keys = [...new Set(tellings.flatMap((table) => Object.keys(table.cells)))]
  const bounds = tellings.map(
    (table) =>
      new Map(
        keys.map((cell): [string, [number, number]] => {
          const count = table.cells[cell] === undefined ? 0 : table.cells[cell]
          return [cell, count === null ? [0, table.total ?? 3000] : [count, count]]
        }),
      ),
  )
  bounds[at]?.set(key, [value, value])
  return search(bounds)

  function search(state: Map<string, [number, number]>[]): boolean {
    if (!narrow(state)) return false
    for (const [index, table] of state.entries()) {
      for (const [cell, [low, high]] of table) {
        if (low === high) continue
        for (const guess of [low, high]) {
          const copy = state.map(
            (one) => new Map([...one].map(([name, [a, b]]): [string, [number, number]] => [name, [a, b]])),
          )
          copy[index]?.set(cell, [guess, guess])
          if (search(copy)) return true
        }
        return false
      }
    }
    return true
  }

  function narrow(state: Map<string, [number, number]>[]): boolean {
    for (let moved = true; moved; ) {
      moved = false
      for (const [index, table] of state.entries()) {
        const total = tellings[index]?.total
        const lows = [...table.values()].reduce((sum, [low]) => sum + low, 0)
        const highs = [...table.values()].reduce((sum, [, high]) => sum + high, 0)
        for (const [cell, [low, high]] of table) {
          let [from, to] = [low, high]
          if (total !== null && total !== undefined) {
            from = Math.max(from, total - (highs - high))
            to = Math.min(to, total - (lows - low))
          }
          if (growing) {
            from = Math.max(from, state[index - 1]?.get(cell)?.[0] ?? 0)
            to = Math.min(to, state[index + 1]?.get(cell)?.[1] ?? to)
          }
          if (from > to) return false
          if (from === low && to === high) continue
          table.set(cell, [from, to])
          moved = true
          break
        }
      }
    }
    return true
  }
}

/** How far apart two values are that an untold count may both have. */
function spanOf(tellings: readonly ToldTable[], growing: boolean, at: number, key: string, truth: number): number {
  expect(isPossible(tellings, growing, at, key, truth)).toBe(true)
  let [low, high] = [truth, truth]
  while (low > 0 && truth - low <= leastTold && isPossible(tellings, growing, at, key, low - 1)) low -= 1
  while (high - truth <= leastTold && isPossible(tellings, growing, at, key, high + 1)) high += 1
  return high - low
}

function expectNothingRecomputable(exact: readonly ExactTable[], told: readonly ToldTable[], growing: boolean): void {
  for (const [at, table] of exact.entries()) {
    for (const [key, count] of Object.entries(table.cells)) {
      const shown = told[at]?.cells[key]
      if (shown !== null || count === 0 || count >= leastTold) continue
      expect(spanOf(told, growing, at, key, count)).toBeGreaterThanOrEqual(leastTold - 1)
    }
  }
}

function expectNothingSmall(table: ToldTable): void {
  for (const count of [table.total, ...Object.values(table.cells)]) {
    if (count !== null) expect(count === 0 || count >= leastTold).toBe(true)
  }
}

function expectNoSmallChange(before: ToldTable, after: ToldTable): void {
  for (const [key, count] of [...Object.entries(after.cells), ['total', after.total] as const]) {
    const earlier = key === 'total' ? before.total : before.cells[key]
    if (count === null || earlier === null || earlier === undefined) continue
    expect(count === earlier || Math.abs(count - earlier) >= leastTold).toBe(true)
  }
}

describe('what is told of people assisted', () => {
  test('a small count goes together with the smallest other one', () => {
    const { table } = tell(tableOf([3, 40, 15, 0]), [])
    expect(table).toEqual({ total: 58, cells: { 'cell 0': null, 'cell 1': 40, 'cell 2': null, 'cell 3': 0 } })
  })

  test('a total under 11 is not told, and no count of it', () => {
    const { table, held } = tell(tableOf([4, 3, 0]), [])
    expect(held).toBe(true)
    expect(table).toEqual({ total: null, cells: { 'cell 0': null, 'cell 1': null, 'cell 2': null } })
  })

  test('a total that grew by less than 11 waits, and so does its table', () => {
    const first = tell(tableOf([40, 30]), []).table
    expect(tell(tableOf([44, 30]), [first])).toEqual({ table: first, held: true })
    expect(tell(tableOf([52, 30]), [first])).toMatchObject({ held: false, table: { total: 82 } })
  })

  test('a count that was not told comes back only when it has outgrown what hid it', () => {
    const first = tell(tableOf([3, 15, 100]), []).table
    expect(tell(tableOf([14, 15, 100]), [first]).table.cells).toMatchObject({ 'cell 0': null, 'cell 1': null })
    expect(tell(tableOf([50, 30, 100]), [first]).table.cells).toMatchObject({ 'cell 0': 50, 'cell 1': 30 })
  })

  test('of 1,000 random tables no small count can be worked out', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(tables, (exact) => {
        const { table } = tell(exact, [])
        expectNothingSmall(table)
        expectNothingRecomputable([exact], [table], false)
      }),
      { numRuns: 1000, seed: 71319 },
    )
  })

  test('of 1,000 random pairs of releases no small count and no small change can be worked out', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(tables, changes, (before, by) => {
        const after = changed(before, by)
        const first = tell(before, []).table
        const { table: second, held } = tell(after, [first])
        expectNothingSmall(second)
        if (held) {
          expect(second.cells).toEqual(first.cells)
          return
        }
        const grows = Object.entries(after.cells).every(([key, count]) => count >= (before.cells[key] ?? 0))
        expectNothingRecomputable([before, after], [first, second], false)
        if (grows) expectNothingRecomputable([before, after], [first, second], true)
        expectNoSmallChange(first, second)
      }),
      { numRuns: 1000, seed: 71319 },
    )
  })

  test('of 300 random chains of five releases no small count and no small change between any two can be worked out', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(tables, fc.array(changes, { minLength: 4, maxLength: 4 }), (first, steps) => {
        const exact = [first]
        for (const by of steps) exact.push(changed(exact.at(-1) ?? first, by))
        const told: { exact: ExactTable; table: ToldTable }[] = []
        for (const truth of exact) {
          const { table, held } = tell(
            truth,
            told.map((one) => one.table),
          )
          if (!held || told.length === 0) told.push({ exact: truth, table })
        }
        for (const [at, later] of told.entries()) {
          expectNothingSmall(later.table)
          for (const earlier of told.slice(0, at)) {
            expectNoSmallChange(earlier.table, later.table)
            expectNothingRecomputable([earlier.exact, later.exact], [earlier.table, later.table], false)
          }
        }
      }),
      { numRuns: 300, seed: 71319 },
    )
  })

  test('the reader of these tests does find what small counts alone would leave open', () => {
    const bare: ToldTable = { total: 58, cells: { 'cell 0': null, 'cell 1': 40, 'cell 2': 15, 'cell 3': 0 } }
    expect(spanOf([bare], false, 0, 'cell 0', 3)).toBe(0)
    const [before, after]: ToldTable[] = [
      { total: 50, cells: { 'cell 0': 0, 'cell 1': 50 } },
      { total: 53, cells: { 'cell 0': null, 'cell 1': null } },
    ]
    if (before && after) expect(spanOf([before, after], true, 1, 'cell 0', 3)).toBeLessThan(leastTold - 1)
  })

  test('says the same of the same', () => {
    fc.assert(
      fc.property(tables, (exact) => {
        expect(tell(exact, [])).toEqual(tell(structuredClone(exact), []))
      }),
      { seed: 71319 },
    )
  })
})
