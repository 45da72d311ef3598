import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readZip } from '../zip/read-zip.ts'
import { stretchesOf } from './direction.ts'
import type { DocumentModel } from './document.ts'
import { writeDocx } from './write-docx.ts'

function aDocument(over: Partial<DocumentModel> = {}): DocumentModel {
  return {
    language: 'en',
    properties: { title: 'A title', subject: 'A subject', creator: 'An office', createdAt: '2026-11-24T00:00:00Z' },
    header: ['An office'],
    footer: ['office@example.org'],
    blocks: [
      { kind: 'heading', level: 1, text: 'A heading' },
      { kind: 'paragraph', runs: [{ text: 'Plain and ' }, { text: 'bold & <sharp>', isBold: true }] },
      {
        kind: 'table',
        columns: [
          { header: 'What', isNumeric: false, share: 2 },
          { header: 'Amount', isNumeric: true, share: 1 },
        ],
        rows: [{ cells: ['One', 'EUR 1.00'] }, { cells: ['Total', 'EUR 1.00'], isTotal: true }],
      },
    ],
    ...over,
  }
}

async function partsOf(model: DocumentModel): Promise<Map<string, string>> {
  const files = await readZip(await writeDocx(model))
  return new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]))
}

test('writes headings, paragraphs, tables, head and foot', async () => {
  const parts = await partsOf(aDocument())
  const body = parts.get('word/document.xml') ?? ''
  expect(body).toContain('A heading')
  expect(body).toContain('bold &amp; &lt;sharp&gt;')
  expect(body).toContain('<w:tblHeader/>')
  expect(body).toContain('<w:jc w:val="end"/>')
  expect(body).toMatch(/w:w="11906" w:h="16838"/)
  expect(parts.get('word/header1.xml')).toContain('An office')
  expect(parts.get('word/footer1.xml')).toContain('office@example.org')
  expect(parts.get('word/styles.xml')).toMatch(/w:lang w:val="en-GB"/)
})

test('a list of facts has no head row', async () => {
  const facts = {
    kind: 'table' as const,
    columns: [{ header: '', isNumeric: false, share: 1 }],
    rows: [{ cells: ['x'] }],
  }
  expect((await partsOf(aDocument({ blocks: [facts] }))).get('word/document.xml')).not.toContain('<w:tblHeader/>')
})

test('the same model is the same bytes, and the properties name no person and no moment of their own', async () => {
  const first = await writeDocx(aDocument())
  await new Promise((resolve) => setTimeout(resolve, 1100))
  expect(Buffer.from(await writeDocx(aDocument())).equals(first)).toBe(true)
  const core = (await partsOf(aDocument())).get('docProps/core.xml') ?? ''
  expect(core).toContain('<dc:creator>An office</dc:creator>')
  expect(core).toContain('<cp:lastModifiedBy>An office</cp:lastModifiedBy>')
  expect(core.match(/2026-11-24T00:00:00Z/g)).toHaveLength(2)
})

test('Arabic runs right to left, amounts in runs of their own that do not', async () => {
  const text = 'مبلغ EUR 1,000.00 في 2026.'
  const body = (await partsOf(aDocument({ language: 'ar', blocks: [{ kind: 'paragraph', runs: [{ text }] }] }))).get(
    'word/document.xml',
  )
  expect(body).toContain('<w:bidi/>')
  expect(body).toMatch(
    /<w:r><w:t xml:space="preserve">EUR 1,000.00<\/w:t><\/w:r>|<w:rtl w:val="false"\/><\/w:rPr><w:t xml:space="preserve">EUR 1,000.00/,
  )
  expect(body).toMatch(/<w:rtl\/><\/w:rPr><w:t xml:space="preserve">مبلغ /)
})

test('Arabic tables begin at the right', async () => {
  expect((await partsOf(aDocument({ language: 'ar' }))).get('word/document.xml')).toContain('<w:bidiVisual/>')
})

test('Chinese has a Chinese font', async () => {
  const styles = (await partsOf(aDocument({ language: 'zh' }))).get('word/styles.xml')
  expect(styles).toContain('w:eastAsia="SimSun"')
  expect(styles).toContain('w:lang w:val="zh-CN"')
})

test('stretches put together are the text', () => {
  const text = fc.array(
    fc.constantFrom('مبلغ', 'EUR', ' ', '1,000.00', '.', '(', ')', '\u00a0', '、', '基金', '-', '%'),
  )
  fc.assert(
    fc.property(text, (words) => {
      expect(
        stretchesOf(words.join(''))
          .map((part) => part.text)
          .join(''),
      ).toBe(words.join(''))
    }),
  )
})

test.each([
  ['بقيمة EUR 1,000.00، وصل', ['بقيمة ', 'EUR 1,000.00', '، وصل']],
  ['PLG-2026-00001', ['PLG-2026-00001']],
  ['1 سبتمبر 2026', ['1', ' سبتمبر ', '2026']],
])('%j falls into its stretches', (text, stretches) => {
  expect(stretchesOf(text).map((part) => part.text)).toEqual(stretches)
  expect(
    stretchesOf(text)
      .filter(({ isRightToLeft }) => !isRightToLeft)
      .map((part) => part.text),
  ).toEqual(stretches.filter((part) => /^[A-Z0-9]/.test(part)))
})
