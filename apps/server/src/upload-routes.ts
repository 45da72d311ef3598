import { previewImport } from '@concert/api/imports/preview-import'
import { runImport } from '@concert/api/imports/run-import'
import type { ImportReport } from '@concert/domain/import-plan'
import type { Upload } from './uploads.ts'

const activities = { policy: 'imports.write', maxFiles: 5, maxMegabytes: 20 } as const
const shownFindings = 500

/** Every place to which files are sent: `preview` says what would happen, and writes nothing. */
export const uploadRoutes: readonly Upload[] = [
  {
    ...activities,
    path: '/api/imports/iati/preview',
    handle: async (ctx, files) => shortened(await previewImport(ctx, files)),
  },
  {
    ...activities,
    path: '/api/imports/iati/run',
    handle: async (ctx, files) => shortened(await runImport(ctx, files)),
  },
]

/** The page shows the first findings of a file and says how many there are. */
function shortened(report: ImportReport): ImportReport {
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, findings: file.findings.slice(0, shownFindings) })),
  }
}
