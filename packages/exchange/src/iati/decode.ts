import { FileRefusal, quoted } from './refusal.ts'

/** What a reader accepts: a file in memory or the chunks of a stream. */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array>

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const sniffedBytes = 1024
const chunkBytes = 64 * 1024

const encodings = new Map<string, Encoding | 'utf-16'>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['utf-16', 'utf-16'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['windows-1252', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
])

/**
 * The text of an XML file, chunk by chunk, without its byte order mark. Throws `FileRefusal` with the line for bytes
 * that are not of the declared encoding, for an encoding it does not read, and for what is no XML at all.
 * Source: XML 1.0, appendix F; iso-8859-1 is read as windows-1252, as the WHATWG Encoding Standard asks.
 */
export async function* decodeXml(bytes: Bytes): AsyncGenerator<string> {
  const chunks = chunksOf(bytes)
  let head = new Uint8Array(0)
  for (;;) {
    const next = head.length < sniffedBytes ? await chunks.next() : undefined
    if (!next || next.done) break
    head = concatenated(head, next.value)
  }
  if (head.length === 0) throw new FileRefusal('file_empty')
  const encoding = encodingOf(head)
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  const decode = (chunk: Uint8Array): string => {
    try {
      const text = decoder.decode(chunk, { stream: true })
      line += newlines(text)
      return text
    } catch {
      throw new FileRefusal('encoding_invalid', { encoding }, line + linesBeforeFault(chunk, encoding))
    }
  }
  const start = decode(head)
  refuseWhatIsNoXml(start)
  yield start
  for await (const chunk of chunks) yield decode(chunk)
  try {
    decoder.decode()
  } catch {
    throw new FileRefusal('encoding_invalid', { encoding }, line)
  }
}

function encodingOf(head: Uint8Array): Encoding {
  const [a = 0, b = 0, c = 0, d = 0] = head
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new FileRefusal('encoding_unsupported', { encoding: 'utf-32' }, 1)
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  const start = String.fromCharCode(...head.subarray(0, 256))
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1]
  if (declared === undefined) return 'utf-8'
  const encoding = encodings.get(declared.toLowerCase())
  if (!encoding) throw new FileRefusal('encoding_unsupported', { encoding: quoted(declared) }, 1)
  // A declaration that can be read byte by byte is not in two-byte units, whatever it says.
  if (encoding.startsWith('utf-16')) throw new FileRefusal('encoding_contradicted', { encoding: declared }, 1)
  return encoding as Encoding
}

function refuseWhatIsNoXml(start: string): void {
  const text = start.trimStart()
  if (text === '') throw new FileRefusal('file_empty')
  if (!text.startsWith('<')) throw new FileRefusal('not_xml', {}, 1, 1)
  if (text !== start && text.startsWith('<?xml')) throw new FileRefusal('blank_before_declaration', {}, 1, 1)
}

function linesBeforeFault(chunk: Uint8Array, encoding: Encoding): number {
  let from = 0
  // Continuation bytes at the start finish a character of the chunk before.
  if (encoding === 'utf-8') while (from < 3 && ((chunk[from] ?? 0) & 0xc0) === 0x80) from += 1
  const text = new TextDecoder(encoding).decode(chunk.subarray(from))
  const fault = text.indexOf('\ufffd')
  return newlines(fault < 0 ? text : text.slice(0, fault))
}

function newlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  if (!(bytes instanceof Uint8Array)) {
    for await (const chunk of bytes) yield* slicesOf(chunk)
  } else {
    yield* slicesOf(bytes)
  }
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes)
}

function concatenated(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
