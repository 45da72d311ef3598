import { parseArgs } from 'node:util'
import { readBreakdowns, readStatement } from '@concert/api/statement/queries'
import { formatMinor } from '@concert/domain/money'
import { type Movements, statementPeriod } from '@concert/domain/statement'
import { wordsAt } from '@concert/messages/words'
import { type Command, type Terminal, WrongUse } from './command.ts'

export const statement: Command = {
  name: 'statement',
  summary: 'print the statement of the fund for a period',
  usage: `Usage: npm run concert -- statement --from <date> --until <date> [--as-of <entry>] [--json]

What was there, what moved and what is there, in US dollars, exact to the cent: the fund's balance, the cash at bank and
what stands in the books. With --as-of it leaves out what was booked after that entry, so that the same question has
the same answer for ever; without it the newest entry is taken, and printed.

Options:
  --from    first day: 2026-01-01
  --until   last day: 2026-12-31
  --as-of   number of the last entry that may be in it
  --json    print {"statement":{…},"breakdowns":{"byDonor":[…],"byMeeting":[…],"byYear":[…],"totals":{…}}}
  --help    print this

Example: npm run concert -- statement --from 2026-01-01 --until 2026-12-31 --as-of 1000

Exit codes: 0 done, 1 the statement does not foot or was refused, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values } = parseArgs({
      args,
      options: {
        from: { type: 'string' },
        until: { type: 'string' },
        'as-of': { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const { from, until } = values
    if (!from || !until) throw new WrongUse('--from and --until are needed.')
    const period = statementPeriod.safeParse({ from, until, asOfEntry: entryNumber(values['as-of']) })
    if (!period.success) throw new WrongUse('--from and --until must be dates of the calendar, in this order.')
    const ctx = await context()
    const answer = await readStatement(ctx, period.data)
    if (values.json) {
      const asOf = { ...period.data, asOfEntry: answer.asOfEntry }
      terminal.printJson({ statement: answer, breakdowns: await readBreakdowns(ctx, asOf, 'en') })
    } else {
      const { reconciliation } = answer
      terminal.print(`Statement of the fund, ${from} to ${until}, US dollars, as of entry ${answer.asOfEntry}`)
      terminal.print(
        reconciliation
          ? `Unofficial; reconciled to ${reconciliation.until}, difference ${written(reconciliation.differenceUsd)}`
          : 'Unofficial; not yet reconciled with the accounts of record',
      )
      await printMovements(terminal, 'fund', answer.fund)
      await printMovements(terminal, 'cash', answer.cash)
      terminal.print(`\n${await wordsAt('statement.sections.standing', 'en')}`)
      for (const { id, openingUsd, closingUsd } of answer.standing) {
        terminal.print(lineOf(await wordsAt(`statement.standing.${id}`, 'en'), closingUsd, openingUsd))
      }
    }
    return answer.differenceUsd === 0 ? 0 : 1
  },
}

async function printMovements(
  terminal: Terminal,
  part: 'fund' | 'cash',
  { openingUsd, movements, closingUsd }: Movements<string>,
): Promise<void> {
  terminal.print(`\n${await wordsAt(`statement.sections.${part}`, 'en')}`)
  terminal.print(lineOf(await wordsAt('statement.opening', 'en'), openingUsd))
  for (const { id, usdMinor } of movements) {
    if (usdMinor !== 0) terminal.print(lineOf(await wordsAt(`statement.${part}.${id}`, 'en'), usdMinor))
  }
  terminal.print(lineOf(await wordsAt('statement.closing', 'en'), closingUsd))
}

function lineOf(name: string, usdMinor: number, beforeUsd?: number): string {
  const before = beforeUsd === undefined ? '' : ` (${written(beforeUsd)} at the beginning)`
  return `  ${name.padEnd(44)} ${written(usdMinor).padStart(20)}${before}`
}

function written(usdMinor: number): string {
  return formatMinor({ amountMinor: usdMinor, currency: 'USD' })
}

function entryNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text)) throw new WrongUse('--as-of must be the number of an entry.')
  return Number(text)
}
