/** A count of people assisted is told when it is 0 or at least this. */
export const leastTold = 11

/** Exact counts along one breakdown. Its cells are a partition: they add up to `total`. */
export interface ExactTable {
  total: number
  cells: Readonly<Record<string, number>>
}

/** What is told of a breakdown. Null is a count that is not told, for itself or for the sake of another one. */
export interface ToldTable {
  total: number | null
  cells: Record<string, number | null>
}

/**
 * The one function behind every public count of people assisted. Small cells are not told, and with them go the fewest
 * and smallest others that keep them from being worked out of the total. No count, total or sum of untold cells differs
 * from an `earlier` telling by 1 to 10, and untold cells are told again only all together and once they have outgrown
 * their former sum. Where no such telling exists the last one is repeated: `held`. Same input, same output.
 */
export function tell(exact: ExactTable, earlier: readonly ToldTable[]): { table: ToldTable; held: boolean } {
  const keys = [...new Set([exact, ...earlier].flatMap((table) => Object.keys(table.cells)))].toSorted()
  const countOf = (key: string) => exact.cells[key] ?? 0
  const last = earlier.at(-1)
  const told = isTold(exact.total) ? candidates(exact, keys, last) : []
  const safe = told
    .filter(({ table, all }) => isSafe(table, all) && earlier.every((before) => isSafeAfter(before, table, countOf)))
    .toSorted((a, b) => untoldOf(a.table).length - untoldOf(b.table).length)[0]
  if (safe) return { table: safe.table, held: false }
  return { table: last ?? { total: null, cells: Object.fromEntries(keys.map((key) => [key, null])) }, held: true }
}

export type UntoldReason = 'small' | 'complementary' | 'waits'

/**
 * Why a count is not told, for whoever prepares a release: it is small itself, it would let a small one be worked out, or
 * it waits for a later release because of what was told before. Null for what is told.
 */
export function untoldReason(
  exact: number,
  told: number | null,
  { held, wasUntold }: { held: boolean; wasUntold: boolean },
): UntoldReason | null {
  if (told !== null) return null
  if (!isTold(exact)) return 'small'
  return held || wasUntold ? 'waits' : 'complementary'
}

/** Small cells, alone and with those untold before; then with ever more of the smallest others; then no cell at all. */
function candidates(exact: ExactTable, keys: readonly string[], last: ToldTable | undefined) {
  const countOf = (key: string) => exact.cells[key] ?? 0
  const others = keys.filter((key) => countOf(key) > 0).toSorted((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1))
  const found: { table: ToldTable; all: boolean }[] = []
  for (const before of [[], last && last.total !== null ? untoldOf(last) : []]) {
    const untold = new Set([...before, ...keys.filter((key) => !isTold(countOf(key)))])
    found.push({ table: tableOf(exact, keys, untold), all: false })
    for (const key of others.filter((other) => !untold.has(other))) {
      untold.add(key)
      found.push({ table: tableOf(exact, keys, untold), all: false })
    }
  }
  return [...found, { table: tableOf(exact, keys, new Set(keys)), all: true }]
}

const isTold = (count: number) => count === 0 || count >= leastTold
const isSmallChange = (difference: number) => difference !== 0 && Math.abs(difference) < leastTold

function tableOf(exact: ExactTable, keys: readonly string[], untold: ReadonlySet<string>): ToldTable {
  const cells = Object.fromEntries(keys.map((key) => [key, untold.has(key) ? null : (exact.cells[key] ?? 0)]))
  return { total: exact.total, cells }
}

const untoldOf = (table: ToldTable) => Object.keys(table.cells).filter((key) => table.cells[key] === null)

/** What the reader can work out at once: the sum of the untold cells. */
function untoldSum(table: ToldTable): number {
  return (table.total ?? 0) - Object.values(table.cells).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

/** Every untold count may be anything within a span of at least ten: from 1 (from 0 where all are untold) upwards. */
function isSafe(table: ToldTable, zerosToo: boolean): boolean {
  const untold = untoldOf(table).length
  if (untold === 0) return true
  return untold >= 2 && untoldSum(table) >= (zerosToo ? leastTold : untold + leastTold - 1)
}

/** Whether `table` may be told after `before` was, to a reader who holds both and may believe that nothing else changed. */
function isSafeAfter(before: ToldTable, table: ToldTable, countOf: (key: string) => number): boolean {
  if (before.total === null || table.total === null) return true
  if (isSmallChange(table.total - before.total)) return false
  const wasUntold = untoldOf(before)
  const untold = untoldOf(table)
  const either = new Set([...wasUntold, ...untold])
  const told = Object.keys(table.cells).filter((key) => !either.has(key))
  const changes = told.map((key) => (table.cells[key] ?? 0) - (before.cells[key] ?? 0))
  if (changes.some(isSmallChange)) return false
  if (isSmallChange(table.total - before.total - changes.reduce((sum, change) => sum + change, 0))) return false
  if (wasUntold.length === 0) return true
  const sumBefore = untoldSum(before)
  if (wasUntold.every((key) => table.cells[key] === null)) {
    return untold.length === wasUntold.length || !isSmallChange(untoldSum(table) - sumBefore)
  }
  return wasUntold.every((key) => table.cells[key] !== null && (countOf(key) === 0 || countOf(key) >= sumBefore))
}
