import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseXml } from './testing-ruleset.ts'
import { documentOf, element, legal, text } from './write-xml.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

test('text and attributes are parsed back as they were, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, anyText, (inside, attribute) => {
      const node = parseXml(element('a', { b: attribute }, text(inside)))
      expect(node.text).toBe(legal(inside))
      expect(node.attributes.b).toBe(legal(attribute))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['markup', '</narrative><script>alert(1)</script>'],
  ['the end of a CDATA section', ']]>'],
  ['an entity', '&xxe; &#0; &amp;'],
  ['a declaration', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
  ['a quotation mark', `" onload="x' `],
  ['line ends', 'a\r\nb\rc\td'],
])('%s stays text', (_, value) => {
  const xml = element('a', { b: value }, text(value))
  expect(parseXml(xml)).toEqual({ name: 'a', attributes: { b: value }, children: [], text: value })
  expect(xml).not.toMatch(/<(script|!)/)
})

test.each([
  ['a null byte', 'a\u0000b', 'ab'],
  ['control characters', '\u0001\u0008\u000b\u000c\u001f', ''],
  ['half a surrogate pair', 'a\ud800b\udc00', 'ab'],
  ['noncharacters', 'a\ufffe\uffffb', 'ab'],
])('%s is left out', (_, value, left) => {
  expect(parseXml(element('a', {}, text(value))).text).toBe(left)
})

test('signs that reorder text are kept, and cannot reorder the source', () => {
  const trick = '\u202etxt.exe\u2066\u2069\u202c'
  const xml = element('a', { b: trick }, text(trick))
  expect(xml).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  expect(parseXml(xml)).toMatchObject({ text: trick, attributes: { b: trick } })
})

test('a document without a part is no document', async () => {
  const chunks: string[] = []
  for await (const chunk of documentOf('root', {}, (async function* () {})())) chunks.push(chunk)
  expect(chunks).toEqual([])
})

test('a long document comes in chunks of about the same size', async () => {
  async function* parts() {
    for (let index = 0; index < 1000; index += 1) yield element('part', {}, text('x'.repeat(1000)))
  }
  const lengths: number[] = []
  for await (const chunk of documentOf('root', { version: '2.03' }, parts())) lengths.push(chunk.length)
  expect(lengths.length).toBeGreaterThan(10)
  expect(Math.max(...lengths)).toBeLessThan(70_000)
})
