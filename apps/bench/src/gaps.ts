import { parseArgs } from 'node:util'
import type { Context } from '@concert/api/context'
import { readCoverage } from '@concert/api/gaps/queries'
import { type CoverageFilter, coverageDimensions, coverageRows } from '@concert/domain/coverage'
import { aFocalPoint, copyLog } from './log-of-activities.ts'
import { describeMachine, measure, report, say } from './measure.ts'
import { onOwnDatabase } from './own-database.ts'

/** Each view twice. */
const rounds = 18

const periods = [
  { name: 'no period, as kept', limit: 100, period: {} },
  { name: 'the half-year to come', limit: 1000, period: { from: '2026-11-24', until: '2027-05-23' } },
  { name: 'the half-year before', limit: 1000, period: { from: '2026-05-24', until: '2026-11-23' } },
  { name: 'one month, two years ago', limit: 1000, period: { from: '2024-11-01', until: '2024-11-30' } },
  { name: 'everything since 2010', limit: 3000, period: { from: '2010-01-01' } },
] as const

/** How long the matrix of gaps takes, as kept and for periods. False when it falls short. */
export function benchGaps(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { activities: { type: 'string', default: '100000' } } })
  return onOwnDatabase(async ({ db }) => {
    const total = await copyLog(db, Number(values.activities))
    say(await describeMachine(db))
    const context = await aFocalPoint(db)
    let isWithin = true
    for (const { name, limit, period } of periods) {
      const timings = await measure(rounds, (round) => readCoverage(context, { ...viewOf(round), ...period }))
      const counted = await countWork(context, period)
      const what = `matrix, ${name}: ${counted} of ${total} activities`
      isWithin = report(what, timings, limit) && isWithin
    }
    return isWithin
  })
}

/** Each kind of columns with each kind of rows, in turn. */
function viewOf(round: number): CoverageFilter {
  return {
    by: coverageDimensions[round % coverageDimensions.length],
    rows: coverageRows[Math.floor(round / coverageDimensions.length) % coverageRows.length],
  }
}

async function countWork(context: Context, period: CoverageFilter): Promise<number> {
  return (await readCoverage(context, period)).everywhere.whole.activities
}
