import { Worker } from 'node:worker_threads'
import { DomainError, type ErrorParams } from '@concert/domain/errors'
import { refusal, type TableRow } from './sheet.ts'
import { unzipWithinLimits } from './unzip-within-limits.ts'

const memoryMegabytes = 384
const milliseconds = 15_000

// One workbook after the other: the limits are for all of them together.
let last: Promise<unknown> = Promise.resolve()

/** What the thread answers; anything else ends it with an error. */
export type WorkerAnswer = { rows: TableRow[] } | { refused: { code: string; params: ErrorParams } }

/**
 * The lines of the first sheet of an XLSX file. It is unpacked within limits, and read in a thread of its own with
 * limited memory and time, so that no file can take the process along. Throws DomainError `sheets.…`.
 * Source: ECMA-376, part 1, 18.3.
 */
export function readXlsx(bytes: Uint8Array): Promise<TableRow[]> {
  const turn = last.then(() => readWorkbook(bytes))
  last = turn.catch(() => {})
  return turn
}

async function readWorkbook(bytes: Uint8Array): Promise<TableRow[]> {
  const parts = await unzipWithinLimits(bytes)
  if (!parts.has('xl/workbook.xml')) throw refusal('file_mislabelled')
  const answer = await inThread(parts)
  if ('refused' in answer) throw new DomainError(answer.refused.code, answer.refused.params)
  return answer.rows
}

function inThread(parts: Map<string, Uint8Array>): Promise<WorkerAnswer> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: parts,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 32 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer>()
  const timer = setTimeout(() => reject(refusal('file_bomb')), milliseconds)
  worker.once('message', resolve)
  worker.once('error', (error: Error & { code?: string }) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusal('file_bomb') : error)
  })
  worker.once('exit', () => reject(refusal('file_bomb')))
  return promise.finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}
