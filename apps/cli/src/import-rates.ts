import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { importRates, type RatesImported } from '@concert/api/rates/import-rates'
import { previewRateFile } from '@concert/api/rates/preview-rate-file'
import { changeOf, type PlannedRate, type RateFilePreview } from '@concert/domain/rate-import'
import { type Command, type Terminal, WrongUse } from './command.ts'
import { openFiles } from './open-files.ts'
import { refusalMessage } from './refusal-message.ts'

export const importRatesCommand: Command = {
  name: 'import rates',
  summary: 'import a CSV or XLSX file of operational rates of exchange',
  usage: `Usage: npm run concert -- import rates FILE [--dry-run] [--accept REASON] [--windows-1252] [--json]

Takes in the rates of a file, all or nothing. Its columns: currency, units per US dollar, effective
from (YYYY-MM-DD), source. Gaps of more than 62 days are refused. What is booked keeps its rate.

Options:
  --dry-run        say what would be new, changed or the same, and write nothing
  --accept REASON  take in rates that jump by more than 20 % or are exactly 1, for this reason
  --windows-1252   the file is a text in this encoding, not in Unicode
  --json           print one document: {"dryRun":false,"new":n,"changed":n,"same":n,"rates":[…],
                   "refusals":[{"line":n,"column":"…","code":"…","message":"…"}]}
  --help           print this

Exit codes: 0 done, 1 a line is refused, a flag is not accepted or the file cannot be opened, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        'dry-run': { type: 'boolean' },
        accept: { type: 'string' },
        'windows-1252': { type: 'boolean' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    })
    if (positionals.length !== 1) throw new WrongUse('Name one file.')
    const [file] = (await openFiles(positionals, terminal)) ?? []
    if (!file) return 1
    const ctx = await context()
    const encoding = values['windows-1252'] ? 'windows-1252' : undefined
    const preview = await previewRateFile(ctx, file, { encoding })
    const flagged = preview.rates.filter(({ flags }) => flags.length > 0)
    const isOpen = flagged.length > 0 && values.accept === undefined
    const writes = !values['dry-run'] && preview.refusedCells === 0 && !isOpen
    const counts = writes ? await importRates(ctx, asked(preview, values.accept ?? null)) : countsOf(preview.rates)
    if (values.json) terminal.printJson(await documentOf(preview, counts, !writes))
    else await print(preview, counts, !writes, terminal)
    return preview.refusedCells > 0 || (isOpen && !values['dry-run']) ? 1 : 0
  },
}

function asked({ fileName, rates }: RateFilePreview, reason: string | null) {
  return {
    fileName,
    rates: rates.map(({ line, currency, on, unitsPerUsd, source }) => ({ line, currency, on, unitsPerUsd, source })),
    confirmed: rates.flatMap(({ line, flags }) => flags.map((flag) => ({ line, flag }))),
    reason,
    idempotencyKey: randomUUID(),
  }
}

function countsOf(rates: readonly PlannedRate[]): RatesImported {
  const count = (standing: PlannedRate['standing']) => rates.filter((rate) => rate.standing === standing).length
  return { new: count('new'), changed: count('changed'), same: count('same') }
}

async function documentOf(preview: RateFilePreview, counts: RatesImported, dryRun: boolean) {
  const refusals = await Promise.all(
    preview.refusals.map(async (refusal) => ({ ...refusal, message: await refusalMessage(refusal) })),
  )
  return { dryRun, ...counts, ...preview, refusals }
}

async function print(preview: RateFilePreview, counts: RatesImported, dryRun: boolean, terminal: Terminal) {
  for (const refusal of preview.refusals) {
    const where = refusal.column === null ? `line ${refusal.line}` : `line ${refusal.line}, ${refusal.column}`
    terminal.print(`refused: ${where}: ${await refusalMessage(refusal)}`)
  }
  for (const rate of preview.rates) {
    for (const flag of rate.flags) terminal.print(`to be looked at: line ${rate.line}: ${sentenceOf(rate, flag)}`)
  }
  const { refusedCells } = preview
  const refused = refusedCells > 0 ? `, ${refusedCells} refused` : ''
  const what = `${counts.new} new, ${counts.changed} changed, ${counts.same} the same${refused}`
  terminal.print(`${dryRun ? 'Would be' : 'In all'}: ${what}`)
  if (dryRun) terminal.note('Nothing was written.')
}

function sentenceOf({ currency, on, unitsPerUsd, before }: PlannedRate, flag: PlannedRate['flags'][number]): string {
  if (flag === 'one' || !before) return `${currency} ${on} is exactly 1`
  const { percent } = changeOf(before.unitsPerUsd, unitsPerUsd)
  return `${currency} ${on} ${unitsPerUsd} is a change of ${percent} % against ${before.unitsPerUsd} of ${before.on}`
}
