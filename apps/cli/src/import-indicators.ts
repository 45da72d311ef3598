import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { importObservations, type ObservationsImported } from '@concert/api/indicators/import-observations'
import { previewObservations } from '@concert/api/indicators/preview-observations'
import { NotFound } from '@concert/domain/errors'
import { indicatorSlug, type ObservationFilePreview } from '@concert/domain/indicator'
import { type Command, type Terminal, WrongUse } from './command.ts'
import { openFiles } from './open-files.ts'
import { refusalMessage } from './refusal-message.ts'

export const importIndicators: Command = {
  name: 'import indicators',
  summary: 'import a CSV or XLSX file of observations of an indicator',
  usage: `Usage: npm run concert -- import indicators FILE --indicator SLUG [--dry-run] [--windows-1252] [--json]

Takes in the observations of a file, all or nothing. Its columns: date (YYYY-MM-DD), value, unit, place
(M49 code, empty for none), definition (its version), source and, where there is one, url. SLUG is the
last part of the address of the indicator's page. A file never corrects: a line that contradicts what
stands is refused.

Options:
  --indicator SLUG  the indicator that is observed
  --dry-run         say what would be new or the same, and write nothing
  --windows-1252    the file is a text in this encoding, not in Unicode
  --json            print one document: {"dryRun":false,"new":n,"same":n,"observations":[…],
                    "refusals":[{"line":n,"column":"…","code":"…","message":"…"}]}
  --help            print this

Exit codes: 0 done, 1 a line is refused, there is no such indicator or the file cannot be opened, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        indicator: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'windows-1252': { type: 'boolean' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    })
    if (positionals.length !== 1) throw new WrongUse('Name one file.')
    const slug = indicatorSlug.safeParse(values.indicator)
    if (!slug.success) throw new WrongUse('Name the indicator: --indicator, as in the address of its page.')
    const [file] = (await openFiles(positionals, terminal)) ?? []
    if (!file) return 1
    const ctx = await context()
    const encoding = values['windows-1252'] ? 'windows-1252' : undefined
    const preview = await previewObservations(ctx, file, { indicator: slug.data }, { encoding }).catch(nothingFound)
    if (!preview) {
      terminal.note(`There is no indicator ${slug.data}. Nothing was imported.`)
      return 1
    }
    const writes = !values['dry-run'] && preview.refusedCells === 0
    const counts = writes ? await importObservations(ctx, asked(preview, slug.data)) : countsOf(preview)
    if (values.json) terminal.printJson(await documentOf(preview, counts, !writes))
    else await print(preview, counts, !writes, terminal)
    return preview.refusedCells > 0 ? 1 : 0
  },
}

function nothingFound(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

function asked({ fileName, observations }: ObservationFilePreview, indicator: string) {
  return {
    indicator,
    fileName,
    observations: observations.map(({ standing: _, ...observation }) => observation),
    idempotencyKey: randomUUID(),
  }
}

function countsOf({ observations }: ObservationFilePreview): ObservationsImported {
  const same = observations.filter(({ standing }) => standing === 'same').length
  return { new: observations.length - same, same }
}

async function documentOf(preview: ObservationFilePreview, counts: ObservationsImported, dryRun: boolean) {
  const refusals = await Promise.all(
    preview.refusals.map(async (refusal) => ({ ...refusal, message: await refusalMessage(refusal) })),
  )
  return { dryRun, ...counts, ...preview, refusals }
}

async function print(
  preview: ObservationFilePreview,
  counts: ObservationsImported,
  dryRun: boolean,
  terminal: Terminal,
): Promise<void> {
  for (const refusal of preview.refusals) {
    const where = refusal.column === null ? `line ${refusal.line}` : `line ${refusal.line}, ${refusal.column}`
    terminal.print(`refused: ${where}: ${await refusalMessage(refusal)}`)
  }
  const { refusedCells } = preview
  const refused = refusedCells > 0 ? `, ${refusedCells} refused` : ''
  terminal.print(`${dryRun ? 'Would be' : 'In all'}: ${counts.new} new, ${counts.same} the same${refused}`)
  if (dryRun) terminal.note('Nothing was written.')
}
