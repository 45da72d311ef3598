import { crc32 } from 'node:zlib'

/**
 * An archive of exactly these parts, uncompressed, so that a second reader of archives sees what the first one counted.
 * Source: APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16.
 */
export function storeZip(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const fileName = Buffer.from(name)
    const common = commonHeader(crc32(content), content.length, fileName.length)
    local.push(uint32(0x04034b50), common, fileName, content)
    central.push(uint32(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(offset), fileName)
    offset += 4 + common.length + fileName.length + content.length
  }
  const directory = Buffer.concat(central)
  const count = uint16(parts.size)
  const end = [uint32(0x06054b50), Buffer.alloc(4), count, count, uint32(directory.length), uint32(offset), uint16(0)]
  const whole = Buffer.concat([...local, directory, ...end])
  const copy = new ArrayBuffer(whole.length)
  new Uint8Array(copy).set(whole)
  return copy
}

/** Version, flags (names in UTF-8), method (stored), time, date, checksum, both sizes, lengths of name and extra field. */
function commonHeader(checksum: number, size: number, nameLength: number): Uint8Array {
  const fixed = [uint16(20), uint16(0x0800), uint16(0), uint32(0), uint32(checksum)]
  return Buffer.concat([...fixed, uint32(size), uint32(size), uint16(nameLength), uint16(0)])
}

function uint16(value: number): Uint8Array {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
