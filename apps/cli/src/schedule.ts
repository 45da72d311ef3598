import { parseArgs } from 'node:util'
import { formatMinor, parseAmount } from '@concert/domain/money'
import { type Interval, intervals, scheduleOf, scheduleTerms } from '@concert/domain/schedule'
import { type Command, WrongUse } from './command.ts'

export const schedule: Command = {
  name: 'schedule',
  summary: 'print the instalments of a pledge',
  usage: `Usage: npm run concert -- schedule --amount <amount> --currency <code> --count <n> --every <interval>
                                  --from <date> [--day <day>] [--json]

Equal instalments in the currency's minor units, the remainder in the last. Days 29 to 31 fall on the
last day of a shorter month and come back in the next long one.

Options:
  --amount    the whole amount, with a point and no separators: 100.00
  --currency  ISO 4217 code: USD
  --count     how many instalments, 1 to 60
  --every     ${intervals.join(', ')}
  --from      the first instalment is due on or after this date: 2011-05-10
  --day       day of the month, 1 to 31; left out: the day of --from
  --json      print {"instalments":[{"dueOn":"…","amount":{"amountMinor":n,"currency":"…"}}]}
  --help      print this

Example: npm run concert -- schedule --amount 100.00 --currency USD --count 12 --every month --day 31 --from 2011-05-10

Exit codes: 0 done, 1 refused, 2 wrong use`,
  async run(args, { terminal }) {
    const { values } = parseArgs({
      args,
      options: {
        amount: { type: 'string' },
        currency: { type: 'string' },
        count: { type: 'string' },
        every: { type: 'string' },
        from: { type: 'string' },
        day: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const { amount, currency, count, every, from, day } = values
    if (!amount || !currency || !count || !every || !from) {
      throw new WrongUse('--amount, --currency, --count, --every and --from are needed.')
    }
    if (!intervals.some((known) => known === every))
      throw new WrongUse(`--every must be one of ${intervals.join(', ')}.`)
    const terms = scheduleTerms.safeParse({
      amount: parseAmount(amount, currency),
      count: wholeNumber('--count', count),
      every: every as Interval,
      from,
      ...(day === undefined ? {} : { day: wholeNumber('--day', day) }),
    })
    if (!terms.success) throw new WrongUse(refusal(terms.error.issues[0]?.path[0]))
    const instalments = scheduleOf(terms.data)
    if (values.json) terminal.printJson({ instalments })
    else
      for (const { dueOn, amount: due } of instalments) terminal.print(`${dueOn}  ${due.currency} ${formatMinor(due)}`)
    return 0
  },
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new WrongUse(`${option} must be a whole number.`)
  return Number(text)
}

function refusal(field: PropertyKey | undefined): string {
  switch (field) {
    case 'amount':
      return '--amount must be more than zero.'
    case 'count':
      return '--count must be from 1 to 60.'
    case 'day':
      return '--day must be from 1 to 31.'
    default:
      return '--from must be a date of the calendar, as in 2011-05-10.'
  }
}
