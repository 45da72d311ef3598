import { benchExport } from './export.ts'
import { benchGaps } from './gaps.ts'
import { benchLive } from './live.ts'
import { benchOverlap } from './overlap.ts'
import { benchRound } from './round/round.ts'
import { benchStatement } from './statement.ts'
import { benchSuppression } from './suppression.ts'

/** Programs that measure Concert; each ends with 1 when a figure falls short. */
const programs: Record<string, (args: string[]) => Promise<boolean>> = {
  gaps: benchGaps,
  live: benchLive,
  export: benchExport,
  overlap: benchOverlap,
  round: benchRound,
  statement: benchStatement,
  suppression: benchSuppression,
}

const [name = '', ...args] = process.argv.slice(2)
const program = programs[name]
if (program) {
  process.exitCode = (await program(args)) ? 0 : 1
} else {
  process.stderr.write(`Usage: npm run bench -- <${Object.keys(programs).join(' | ')}> [options]\n`)
  process.exitCode = 2
}
