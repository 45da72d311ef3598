import { cpus } from 'node:os'
import { type ExactTable, leastTold, type ToldTable, tell } from '@concert/domain/suppression'
import fc from 'fast-check'
import { measure, report, say } from './measure.ts'

const seed = 71319
const tableCount = 1000
const counts = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 400 }),
  fc.integer({ max: 5000, min: 0 }),
)
const tables = fc.array(counts, { minLength: 3, maxLength: 12 })
const growth = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 })), { minLength: 12, maxLength: 12 })

/** How long 1,000 random tables and as many second releases take, and what is lost for the sake of small counts. */
export async function benchSuppression(): Promise<boolean> {
  say(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; Node ${process.versions.node}; seed ${seed}; ${new Date().toISOString()}`,
  )
  const cells = fc.sample(tables, { seed, numRuns: tableCount })
  const by = fc.sample(growth, { seed, numRuns: tableCount })
  const firsts = cells.map((row) => tableOf(row))
  const seconds = cells.map((row, index) => tableOf(row.map((count, at) => count + (by[index]?.[at] ?? 0))))
  const told = firsts.map((table) => tell(table, []))
  const toldNext = seconds.map((table, index) => tell(table, told[index] ? [told[index].table] : []))
  const timings = await measure(10, async () => {
    for (const [index, table] of firsts.entries()) tell(table, told[index] ? [told[index].table] : [])
  })
  sayLoss('first release', firsts, told)
  sayLoss('second release', seconds, toldNext)
  const small = [...told, ...toldNext].flatMap(({ table }) =>
    [table.total, ...Object.values(table.cells)].filter((count) => count !== null && count > 0 && count < leastTold),
  ).length
  say(`small counts told: ${small}`)
  return [report(`${tableCount} tables after a release`, timings, 1000), small === 0].every(Boolean)
}

function sayLoss(
  what: string,
  exact: readonly ExactTable[],
  told: readonly { table: ToldTable; held: boolean }[],
): void {
  const all = exact.flatMap((table, index) =>
    Object.entries(table.cells).map(([key, count]) => ({ count, shown: told[index]?.table.cells[key] })),
  )
  const small = all.filter(({ count }) => count > 0 && count < leastTold).length
  const untold = all.filter(({ shown }) => shown === null).length
  const share = (part: number) => `${((100 * part) / all.length).toFixed(1)} %`
  say(
    `${what}: ${all.length} cells, small ${share(small)}, not told ${share(untold)} (with others ${share(untold - small)}), tables held ${told.filter(({ held }) => held).length} of ${told.length}`,
  )
}

function tableOf(cells: readonly number[]): ExactTable {
  return {
    total: cells.reduce((sum, count) => sum + count, 0),
    cells: Object.fromEntries(cells.map((count, index) => [`cell ${index}`, count])),
  }
}
