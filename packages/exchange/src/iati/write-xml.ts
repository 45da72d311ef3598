/** Text that is XML already: escaped, well-formed by itself. Only this file makes it. */
export type Xml = string & { readonly isXml: true }

type Attributes = Record<string, string | null>

export const nothing = '' as Xml

/** XML 1.0, production 2: what no document may hold, not even as a reference. Half a surrogate pair is such a thing. */
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/**
 * Markup, white space that a parser would change, control characters, and the signs that reorder what stands after them:
 * a reference is the same text to whoever parses it, and cannot reorder the source under the eyes of whoever reads that.
 */
const escapedInText = /[&<>\r\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g
const escapedInAttribute = /[&<>"\t\n\r\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

const named = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Text as XML. What XML 1.0 cannot hold is left out; everything else is parsed back as it was. */
export function text(value: string): Xml {
  return legal(value).replace(escapedInText, referenceTo) as Xml
}

/** The text without characters that no XML document may hold. */
export function legal(value: string): string {
  return value.replace(illegal, '')
}

/** `<name attribute="…">inside</name>`, `<name/>` when there is nothing inside; attributes that are null are left out. */
export function element(name: string, attributes: Attributes, ...inside: readonly Xml[]): Xml {
  const content = inside.join('')
  return (
    content === '' ? `<${name}${written(attributes)}/>` : `${opened(name, attributes)}${content}</${name}>`
  ) as Xml
}

/** `<name attribute="…">`, for what is too long to be held at once; `closed` ends it. */
export function opened(name: string, attributes: Attributes): Xml {
  return `<${name}${written(attributes)}>` as Xml
}

export function closed(name: string): Xml {
  return `</${name}>` as Xml
}

/** One after the other. */
export function joined(parts: readonly Xml[]): Xml {
  return parts.join('') as Xml
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const chunkLength = 64 * 1024

/**
 * A document of many parts, in chunks of about 64 KiB: never more of it in memory. Nothing is yielded when there is not
 * one part, since an IATI file without an activity is not valid.
 */
export async function* documentOf(
  root: string,
  attributes: Attributes,
  parts: AsyncIterable<Xml>,
): AsyncGenerator<string> {
  let chunk = `${declaration}${opened(root, attributes)}\n`
  let isEmpty = true
  for await (const part of parts) {
    isEmpty = false
    chunk += part
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (!isEmpty) yield `${chunk}${closed(root)}\n`
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) =>
      value === null ? '' : ` ${name}="${legal(value).replace(escapedInAttribute, referenceTo)}"`,
    )
    .join('')
}

function referenceTo(sign: string): string {
  return named.get(sign) ?? `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`
}
