import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database to this version',
  usage: `Usage: npm run concert -- migrate [--json]

Runs the migrations that are missing and loads the reference data, as every start does.
Beside a running server it works in that server's database.

Options:
  --json   print {"migrated":true,"demonstration":true|false}
  --help   print this

Exit codes: 0 done, 1 failed, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    const { isDemonstration } = await context()
    if (values.json) terminal.printJson({ migrated: true, demonstration: isDemonstration })
    else terminal.print('The database is at this version.')
    return 0
  },
}
