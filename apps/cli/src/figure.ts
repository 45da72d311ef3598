import { parseArgs } from 'node:util'
import { listFigures, showFigure } from '@concert/api/figures/queries'
import { formatMinor } from '@concert/domain/money'
import { wordsAt } from '@concert/messages/words'
import { type Command, WrongUse } from './command.ts'

export const figureList: Command = {
  name: 'figure list',
  summary: 'print every figure with its value',
  usage: `Usage: npm run concert -- figure list [--json]

Options:
  --json   print {"figures":[{"id":"…","unit":"count|usd_minor|share|days","value":n,"asOf":"…"}]}
  --help   print this

Exit codes: 0 done, 1 failed, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    const figures = await listFigures(await context())
    if (values.json) terminal.printJson({ figures })
    else for (const { id, unit, value } of figures) terminal.print(`${id.padEnd(32)} ${written(value, unit)}`)
    return 0
  },
}

export const figureShow: Command = {
  name: 'figure show',
  summary: 'print one figure with its rule and its proof',
  usage: `Usage: npm run concert -- figure show <id> [--json]

Options:
  --json   print {"id":"…","value":n,"unit":"…","asOf":"…","rule":"…","proof":{"rowsIn":n,"sample":[…],"leftOut":[…],"rates":{…}}}
  --help   print this

Exit codes: 0 done, 1 there is no such figure, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values, positionals } = parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true })
    const [id, ...more] = positionals
    if (!id || more.length > 0) throw new WrongUse('Name one figure; "figure list" prints them.')
    const figure = await showFigure(await context(), id)
    const rule = await wordsAt(`figures.${figure.words}.rule`, 'en', figure.params)
    if (values.json) {
      terminal.printJson({ ...figure, rule })
      return 0
    }
    terminal.print(
      `${await wordsAt(`figures.${figure.words}.name`, 'en', figure.params)}: ${written(figure.value, figure.unit)}`,
    )
    terminal.print(rule)
    terminal.print(`As of ${figure.asOf}, made of ${figure.proof.rowsIn} rows:`)
    for (const row of figure.proof.sample) terminal.print(`  ${row.label}  ${written(row.value, figure.unit)}`)
    if (figure.proof.sample.length < figure.proof.rowsIn) {
      terminal.print(`  … and ${figure.proof.rowsIn - figure.proof.sample.length} more`)
    }
    for (const { reason, rows } of figure.proof.leftOut) {
      terminal.print(`Left out: ${rows} – ${await wordsAt(`figures.left_out.${reason}`, 'en')}`)
    }
    const { rates } = figure.proof
    for (const { id, usdMinor, rows } of figure.proof.steps ?? []) {
      const step = await wordsAt(`figures.steps.${id}`, 'en')
      terminal.print(`  ${written(usdMinor, 'usd_minor').padStart(24)}  ${step} (${rows})`)
    }
    if (rates && rates.total > 0) {
      terminal.print(`Rates of exchange (${rates.total}), the newest first:`)
      for (const { currency, on, unitsPerUsd, lines } of rates.newest) {
        terminal.print(`  ${on}  ${unitsPerUsd} ${currency} per USD, on ${lines} lines`)
      }
    }
    return 0
  },
}

function written(value: number, unit: 'count' | 'usd_minor' | 'share' | 'days'): string {
  if (unit === 'days') return `≤ ${value} days`
  if (unit === 'share') return `${value / 100} %`
  return unit === 'count' ? String(value) : `USD ${formatMinor({ amountMinor: value, currency: 'USD' })}`
}
