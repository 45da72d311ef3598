import { confirmBankList } from '@concert/api/bank-lists/confirm-bank-list'
import { previewBankList } from '@concert/api/bank-lists/preview-bank-list'
import { previewImport } from '@concert/api/imports/preview-import'
import { runImport } from '@concert/api/imports/run-import'
import { previewObservations } from '@concert/api/indicators/preview-observations'
import { previewMeetingRates } from '@concert/api/rates/preview-meeting-rates'
import { previewRateFile } from '@concert/api/rates/preview-rate-file'
import { importExtract } from '@concert/api/reconciliation/import-extract'
import { previewExtract } from '@concert/api/reconciliation/preview-extract'
import { bankListConfirmation } from '@concert/domain/bank-list'
import type { ImportReport } from '@concert/domain/import-plan'
import { indicatorSlug } from '@concert/domain/indicator'
import { extractPeriod } from '@concert/domain/reconciliation'
import { z } from 'zod'
import { fileAndBeside } from './beside-file.ts'
import { oneFile, type Upload } from './uploads.ts'

const activities = { policy: 'imports.write', maxFiles: 5, maxMegabytes: 20 } as const
const oneSheet = { policy: 'fund.write', maxFiles: 1, maxMegabytes: 10 } as const
/** The second file says what the officer typed or decided about the first. */
const sheetAndWords = { ...oneSheet, maxFiles: 2 } as const
const ofIndicator = z.strictObject({ indicator: indicatorSlug })
const bankAccount = z.strictObject({ bankAccountId: z.uuid() })
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
  {
    ...sheetAndWords,
    policy: 'coordination.write',
    path: '/api/commitments/observations/preview',
    handle: fileAndBeside(ofIndicator, previewObservations),
  },
  { ...oneSheet, path: '/api/books/rates/preview', handle: oneFile(previewRateFile) },
  { ...oneSheet, path: '/api/books/rates/meeting-preview', handle: oneFile(previewMeetingRates) },
  {
    ...sheetAndWords,
    path: '/api/books/bank-lists/preview',
    handle: fileAndBeside(bankAccount, (ctx, file, { bankAccountId }, options) =>
      previewBankList(ctx, file, bankAccountId, options),
    ),
  },
  {
    ...sheetAndWords,
    path: '/api/books/bank-lists/confirm',
    handle: fileAndBeside(bankListConfirmation, confirmBankList),
  },
  { ...sheetAndWords, path: '/api/books/extracts/preview', handle: fileAndBeside(extractPeriod, previewExtract) },
  { ...sheetAndWords, path: '/api/books/extracts/import', handle: fileAndBeside(extractPeriod, importExtract) },
]

/** The page shows the first findings of a file and says how many there are. */
function shortened(report: ImportReport): ImportReport {
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, findings: file.findings.slice(0, shownFindings) })),
  }
}
