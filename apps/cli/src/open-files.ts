import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ChosenFile } from '@concert/api/chosen-file'
import type { Terminal } from './command.ts'

/** The files at these paths; null, with the reason noted, when one of them cannot be opened. */
export async function openFiles(paths: readonly string[], terminal: Terminal): Promise<ChosenFile[] | null> {
  const files: ChosenFile[] = []
  for (const path of paths) {
    try {
      files.push({ name: basename(path), bytes: await readFile(path) })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      const why =
        code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : 'it cannot be read'
      terminal.note(`${path}: ${why}. Nothing was imported.`)
      return null
    }
  }
  return files
}
