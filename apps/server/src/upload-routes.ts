import { previewImport } from '@concert/api/imports/preview-import'
import { runImport } from '@concert/api/imports/run-import'
import { previewMeetingRates } from '@concert/api/rates/preview-meeting-rates'
import { previewRateFile } from '@concert/api/rates/preview-rate-file'
import type { ImportReport } from '@concert/domain/import-plan'
import { oneFile, type Upload } from './uploads.ts'

const activities = { policy: 'imports.write', maxFiles: 5, maxMegabytes: 20 } as const
const oneSheet = { policy: 'fund.write', maxFiles: 1, maxMegabytes: 10 } as const
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
  { ...oneSheet, path: '/api/books/rates/preview', handle: oneFile(previewRateFile) },
  { ...oneSheet, path: '/api/books/rates/meeting-preview', handle: oneFile(previewMeetingRates) },
]

/** The page shows the first findings of a file and says how many there are. */
function shortened(report: ImportReport): ImportReport {
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, findings: file.findings.slice(0, shownFindings) })),
  }
}
