import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

export const seed: Command = {
  name: 'seed',
  summary: 'load reference data, and demonstration data into a new database',
  usage: `Usage: npm run concert -- seed [--demo | --empty] [--json]

Loads the reference data of this version; running it twice changes nothing. A database that is not there
yet is made: with --demo as a demonstration, with --empty without. What it is then never changes.

Options:
  --demo   make a demonstration; refused where the database is not empty
  --empty  make a database without demonstration data
  --json   print {"demonstration":true|false}
  --help   print this

Exit codes: 0 done, 1 refused, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values } = parseArgs({
      args,
      options: { demo: { type: 'boolean' }, empty: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const { isDemonstration } = await context(values.demo ? 'demonstration' : values.empty ? 'empty' : undefined)
    if (values.json) terminal.printJson({ demonstration: isDemonstration })
    else terminal.print(isDemonstration ? 'The database is a demonstration.' : 'The reference data is loaded.')
    return 0
  },
}
