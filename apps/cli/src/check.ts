import { parseArgs } from 'node:util'
import { runChecks } from '@concert/api/checks/run-checks'
import { wordsAt } from '@concert/messages/words'
import type { Command } from './command.ts'

export const check: Command = {
  name: 'check',
  summary: 'run the standing checks: books balance, no orphans, statuses agree with dates',
  usage: `Usage: npm run concert -- check [--json]

Runs every standing check and keeps the result for the page "How we count".

Options:
  --json   print {"ok":true|false,"checks":[{"id":"…","severity":"fault|asks","ok":true|false,"found":n,"detail":"…"}]}
  --help   print this

A check that asks has found something for a person to decide, such as an activity that is still "ongoing"
after its end; it is no fault of the data.

Exit codes: 0 no fault, 1 a fault, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    const checks = await runChecks(await context())
    const ok = checks.every((outcome) => outcome.ok || outcome.severity === 'asks')
    if (values.json) {
      terminal.printJson({ ok, checks })
    } else {
      for (const outcome of checks) {
        const name = await wordsAt(`checks.${outcome.id}.name`, 'en')
        const found = outcome.found === 0 ? '' : ` (${outcome.found}${outcome.detail ? `: ${outcome.detail}` : ''})`
        terminal.print(`${outcome.ok ? 'holds' : outcome.severity === 'asks' ? 'asks ' : 'FAILS'}  ${name}${found}`)
      }
    }
    return ok ? 0 : 1
  },
}
