import { fromBuffer } from 'yauzl'
import type { ZipFile } from './write-zip.ts'

/** Every file of an archive in the order in which it is packed. Rejects when the bytes are no whole archive. */
export function readZip(bytes: Uint8Array): Promise<ZipFile[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error)
      const files: ZipFile[] = []
      archive.on('error', reject)
      archive.on('end', () => resolve(files))
      archive.on('entry', (entry: { fileName: string }) => {
        archive.openReadStream(entry as Parameters<typeof archive.openReadStream>[0], (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('error', reject)
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            files.push({ name: entry.fileName, bytes: Buffer.concat(chunks) })
            archive.readEntry()
          })
        })
      })
      archive.readEntry()
    })
  })
}
