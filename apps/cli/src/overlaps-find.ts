import { parseArgs } from 'node:util'
import { findOverlaps } from '@concert/api/overlaps/find-overlaps'
import type { Command } from './command.ts'

export const overlapsFind: Command = {
  name: 'overlaps find',
  summary: 'compare the whole log again and bring the list of overlaps into line; verdicts stay',
  usage: `Usage: npm run concert -- overlaps find [--json]

Compares every planned or ongoing activity with all others and writes, renews or removes the pairs that may be
the same work. It works in small batches beside a running server and may be cut off and started again.
Every write does the same for its own activity; this is for logs that were filled by other ways, or after
the rules of overlaps have changed.

Options:
  --json   print {"compared":n,"open":n,"settled":n}
  --help   print this

Exit codes: 0 done, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    const found = await findOverlaps(await context(), (compared) => terminal.note(`${compared} activities compared`))
    if (values.json) terminal.printJson(found)
    else
      terminal.print(
        `${found.compared} activities compared with the log: ${found.open} pairs to settle, ${found.settled} settled`,
      )
    return 0
  },
}
