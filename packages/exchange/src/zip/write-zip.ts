import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  name: string
  bytes: Uint8Array
}

const utf8Names = 0x0800
const deflated = 8
const version = 20
// 1 January 1980, the first day that the format knows: the same files are the same bytes, whenever they are packed.
const fixedTime = 0
const fixedDate = 0x21
const most = 0xffff

/**
 * Files in a ZIP archive (PKWARE APPNOTE 6.3), the same bytes for the same files. Throws RangeError for more than 65,535
 * files or 4 GiB, which this plain form of the format cannot hold.
 */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  if (files.length > most) throw new RangeError(`${files.length} files are more than an archive holds`)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(bytes, { level: 9 })
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(version, 0)
    facts.writeUInt16LE(utf8Names, 2)
    facts.writeUInt16LE(deflated, 4)
    facts.writeUInt16LE(fixedTime, 6)
    facts.writeUInt16LE(fixedDate, 8)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([signature(0x04034b50), facts, path, packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    directory.push(signature(0x02014b50), Buffer.from([version, 0]), facts, where, path)
    parts.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, index, signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
