import { parseArgs } from 'node:util'
import { previewImport } from '@concert/api/imports/preview-import'
import { runImport } from '@concert/api/imports/run-import'
import type { FileReport, ImportReport } from '@concert/domain/import-plan'
import type { ImportFinding } from '@concert/domain/imported-activity'
import { wordsAt } from '@concert/messages/words'
import { type Command, type Terminal, WrongUse } from './command.ts'
import { openFiles } from './open-files.ts'

export const importIati: Command = {
  name: 'import iati',
  summary: 'import IATI activity files (2.01 to 2.03)',
  usage: `Usage: npm run concert -- import iati FILE... [--dry-run] [--json]

Imports every activity of the files, in their order, all or nothing. What comes in is visible to the
group and waits for review; it is in no figure until a person accepts it. A refused file leaves
nothing behind, and the same files a second time change nothing.

Options:
  --dry-run   say what would be new, changed, unchanged and refused, and write nothing
  --json      print one document: {"dryRun":false,"new":n,"changed":n,"unchanged":n,"refused":n,"files":[
              {"file":"…","refusedAsWhole":false,"new":n,…,"findings":[{"file":"…","line":n,"column":n,
              "activity":"…","element":"…","severity":"refused|warning","scope":"file|activity|transaction",
              "code":"…","message":"…","count":n}]}]}
  --help      print this

Exit codes: 0 done, 1 a file was refused as a whole or cannot be opened, 2 wrong use`,
  async run(args, { context, terminal }) {
    const { values, positionals } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new WrongUse('Name at least one file.')
    const files = await openFiles(positionals, terminal)
    if (!files) return 1
    const ctx = await context()
    const report = values['dry-run'] ? await previewImport(ctx, files) : await runImport(ctx, files)
    if (values.json) terminal.printJson(await documentOf(report))
    else await printReport(report, terminal)
    return report.files.some((file) => file.refusedAsWhole) ? 1 : 0
  },
}

async function documentOf(report: ImportReport) {
  const files = await Promise.all(
    report.files.map(async (file) => ({
      ...file,
      findings: await Promise.all(
        file.findings.map(async (finding) => ({ file: file.file, ...finding, message: await messageOf(finding) })),
      ),
    })),
  )
  return { ...report, files }
}

async function printReport(report: ImportReport, terminal: Terminal): Promise<void> {
  for (const file of report.files) {
    terminal.print(`${file.file}: ${file.refusedAsWhole ? 'refused as a whole' : countsOf(file)}`)
    for (const finding of file.findings) {
      const { line, activity, element, count } = finding
      const where = [line === null ? null : `line ${line}`, activity, element]
        .filter((part) => part !== null)
        .join(', ')
      const times = count > 1 ? ` (${count} times)` : ''
      terminal.print(`  ${effectOf(finding)}${where ? `: ${where}` : ''}: ${await messageOf(finding)}${times}`)
    }
  }
  terminal.print(`${report.dryRun ? 'Would be' : 'In all'}: ${countsOf(report)}`)
  if (report.dryRun) terminal.note('Nothing was written.')
}

function countsOf(counts: Pick<FileReport, 'new' | 'changed' | 'unchanged' | 'refused'>): string {
  return `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused`
}

function effectOf({ severity, scope }: ImportFinding): string {
  return severity === 'warning' ? 'note' : `${scope} refused`
}

function messageOf({ code, params }: ImportFinding): Promise<string> {
  return wordsAt(`imports.reasons.${code}`, 'en', params)
}
