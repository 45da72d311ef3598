import { parseArgs } from 'node:util'
import { callersOn } from '@concert/api/testing/callers'
import type { Fault } from './faults/fault.ts'
import { journalFaults } from './faults/journal/journal-faults.ts'
import { describeMachine } from './machine.ts'
import { onOwnDatabase } from './own-database.ts'
import { formatTable, type Row } from './table.ts'

const usage = `Usage: npm run faults -- journal [--runs N] [--minutes N] [--seed N] [--only WORD]

  journal     the fund's journal: a model of it, officers at once, requests sent twice, bad input
  --runs N    runs of the model, 1000 unless said otherwise
  --minutes N how long the model may run, 60 unless said otherwise; fewer runs than asked for are no success
  --seed N    of everything random; the one that was used is printed
  --only WORD the rows whose name holds this word

On a PostgreSQL of its own in a temporary folder, nothing but this machine. 0: every figure is reached. 1: one is not.`

const families: Record<string, readonly Fault[]> = { journal: journalFaults }

// Ended explicitly: work that was given up may still wait for a database that is gone.
process.exit(
  await main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 1
  }),
)

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '1000' },
      minutes: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      only: { type: 'string', default: '' },
    },
  })
  const faults = families[positionals[0] ?? '']?.filter(({ what }) => what.includes(values.only))
  const [runs, minutes, seed] = [values.runs, values.minutes, values.seed].map(Number)
  if (!faults || faults.length === 0 || !isCount(runs) || !isCount(minutes) || !isCount(seed)) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  return onOwnDatabase(async (database) => {
    const world = await callersOn(database)
    for (const line of await describeMachine(database.db, seed)) process.stdout.write(`${line}\n`)
    const rows: Row[] = []
    for (const fault of faults) {
      process.stderr.write(`— ${fault.what}\n`)
      const since = Date.now()
      const outcome = await fault.run({
        world,
        runs,
        minutes,
        seed,
        note: (line) => process.stderr.write(`  ${line}\n`),
      })
      const seconds = ((Date.now() - since) / 1000).toFixed(0)
      rows.push({
        what: fault.what,
        figure: fault.figure({ runs }),
        ...outcome,
        reached: `${outcome.reached} (${seconds} s)`,
      })
    }
    process.stdout.write(`\n${formatTable(rows)}\n`)
    return rows.every(({ isReached }) => isReached) ? 0 : 1
  })
}

function isCount(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}
