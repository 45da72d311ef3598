import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { refusal } from './sheet.ts'

const maxEntries = 500
const maxInflated = 64 * 1024 * 1024
// Spreadsheets shrink to a tenth, repetitive ones to a fiftieth; a bomb to a thousandth.
const maxRatio = 200
const ratioMatters = 1024 * 1024

/**
 * The XML parts of an XLSX file. What the archive says of its sizes is believed only to refuse it early; the bytes that
 * come out are counted. Throws DomainError `sheets.file_bomb` past 64 MB, 500 parts or 200 times the size,
 * `sheets.file_broken` when it is no archive that can be read.
 */
export async function unzipWithinLimits(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const archive = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true }).catch(broken)
  if (archive.entryCount > maxEntries) throw refusal('file_bomb')
  const parts = new Map<string, Uint8Array>()
  let declared = 0
  let inflated = 0
  for (const entry of await entriesOf(archive)) {
    declared += entry.uncompressedSize
    if (declared > maxInflated || isBomb(entry)) throw refusal('file_bomb')
    if (!/\.(xml|rels)$/.test(entry.fileName)) continue
    if (entry.isEncrypted() || parts.has(entry.fileName)) throw refusal('file_broken')
    const part = await inflate(archive, entry, maxInflated - inflated)
    inflated += part.length
    parts.set(entry.fileName, part)
  }
  return parts
}

async function entriesOf(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry)
  } catch {
    return broken()
  }
  return entries
}

function isBomb({ compressedSize, uncompressedSize }: Entry): boolean {
  return uncompressedSize > ratioMatters && uncompressedSize > maxRatio * compressedSize
}

async function inflate(archive: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      length += chunk.length
      if (length > limit || length > entry.uncompressedSize) break
      chunks.push(chunk)
    }
  } catch {
    return broken()
  }
  if (length > limit || length > entry.uncompressedSize) throw refusal('file_bomb')
  return Buffer.concat(chunks)
}

function broken(): never {
  throw refusal('file_broken')
}
