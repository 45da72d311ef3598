import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readZip } from '@concert/exchange/zip/read-zip'

/** The text of each part of a DOCX; kept under `CONCERT_DOCUMENTS` too, when that is set, for a look at it in an office. */
export async function openDocx(bytes: Uint8Array, name: string): Promise<{ body: string; text: string; all: string }> {
  const folder = process.env.CONCERT_DOCUMENTS
  if (folder) {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
  const files = await readZip(bytes)
  const parts = files.map((file) => ({ name: file.name, text: Buffer.from(file.bytes).toString('utf8') }))
  const body = parts.find((part) => part.name === 'word/document.xml')?.text ?? ''
  const paragraphs = body
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1]).join(''))
  return { body, text: paragraphs.join('\n'), all: parts.map((part) => part.text).join('\n') }
}
