import { createHash } from 'node:crypto'
import { type IatiFile, readIatiFile } from '@concert/exchange/iati/read-iati-file'
import type { ChosenFile } from '../chosen-file.ts'

export interface ReadFile extends IatiFile {
  bytes: number
  sha256: string
}

const longestName = 300

/** Reads files one after the other, giving other work its turn. */
export async function readFiles(files: readonly ChosenFile[]): Promise<ReadFile[]> {
  const read: ReadFile[] = []
  for (const { name, bytes } of files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const fileName = name.slice(-longestName) || 'unnamed'
    read.push({ ...(await readIatiFile(fileName, bytes)), bytes: bytes.length, sha256 })
  }
  return read
}
