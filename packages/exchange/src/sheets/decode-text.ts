import { refusal } from './sheet.ts'

/** The one encoding besides Unicode that a person may name; it is never assumed. */
export type NamedEncoding = 'windows-1252'

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, or the encoding that a person named.
 * Throws DomainError `sheets.encoding` with the line of the first bytes that are no text, `sheets.file_mislabelled`
 * when there are bytes that no text has.
 */
export function decodeText(bytes: Uint8Array, named: NamedEncoding | undefined): string {
  const encoding = encodingOf(bytes, named)
  const text = decoded(bytes, encoding)
  if (text.includes('\0')) throw refusal('file_mislabelled')
  return text
}

function encodingOf([a, b, c]: Uint8Array, named: NamedEncoding | undefined): string {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  return named ?? 'utf-8'
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const lenient = new TextDecoder(encoding).decode(bytes)
    const before = lenient.slice(0, lenient.indexOf('\ufffd'))
    throw refusal('encoding', { line: before.split('\n').length })
  }
}
