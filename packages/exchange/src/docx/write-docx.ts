import { direction, type Locale } from '@concert/domain/locales'
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { readZip } from '../zip/read-zip.ts'
import { writeZip } from '../zip/write-zip.ts'
import { stretchesOf } from './direction.ts'
import type { Block, DocumentModel, Run, Table as TableModel } from './document.ts'

// In Arabic the tag is of what is Latin in it; the language of the rest is `bidirectional`.
const tags: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ru: 'ru-RU', zh: 'zh-CN', ar: 'en-GB' }
// Fonts that every office program has or replaces by its own for the script.
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' }
const halfPoints = { normal: 22, small: 17, note: 16 }
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
const twip = { point: 20, centimetre: 567 }
// A4 less margins of 2 cm.
const page = { width: 11906, height: 16838, margin: 2 * twip.centimetre }
const textWidth = page.width - 2 * page.margin

/**
 * The document as DOCX (ISO/IEC 29500), the same bytes for the same model: dates in the archive and in the properties
 * are the model's, and no name of a person or program is in them.
 */
export async function writeDocx(model: DocumentModel): Promise<Uint8Array> {
  const { language, properties } = model
  const write = writerFor(language)
  const document = new Document({
    title: properties.title,
    subject: properties.subject,
    creator: properties.creator,
    lastModifiedBy: properties.creator,
    description: '',
    styles: {
      default: {
        document: {
          run: {
            font,
            size: halfPoints.normal,
            language: { value: tags[language], eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
          },
        },
        heading1: {
          run: { size: 28, bold: true, color: '000000' },
          paragraph: { spacing: { before: 240, after: 200 } },
        },
        heading2: {
          run: { size: 24, bold: true, color: '000000' },
          paragraph: { spacing: { before: 200, after: 120 } },
        },
        heading3: {
          run: { size: 22, bold: true, color: '000000' },
          paragraph: { spacing: { before: 160, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
          },
        },
        headers: { default: new Header({ children: model.header.map((line) => write.note(line, true)) }) },
        footers: {
          default: new Footer({
            children: [...model.footer.map((line) => write.note(line, false)), write.pageNumber()],
          }),
        },
        children: model.blocks.flatMap((block) => write.block(block)),
      },
    ],
  })
  return withFixedDates(await Packer.toBuffer(document), properties.createdAt)
}

function writerFor(language: Locale) {
  const isRightToLeft = direction(language) === 'rtl'
  const bidirectional = isRightToLeft

  const runs = (text: string, look: Partial<IRunOptions> = {}): TextRun[] =>
    isRightToLeft
      ? stretchesOf(text).map((part) => new TextRun({ ...look, text: part.text, rightToLeft: part.isRightToLeft }))
      : [new TextRun({ ...look, text })]

  // A line break inside a paragraph is a paragraph's own, not a new paragraph.
  const lookOf = ({ isBold, isItalic }: Run): Partial<IRunOptions> => ({ bold: isBold, italics: isItalic })

  const note = (text: string, isBold: boolean) =>
    new Paragraph({ bidirectional, children: runs(text, { size: halfPoints.note, bold: isBold }) })

  const pageNumber = () =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ size: halfPoints.note, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
    })

  const cell = (text: string, share: number, look: { isNumeric: boolean; isBold: boolean; size: number }) =>
    new TableCell({
      width: { size: share, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          bidirectional,
          alignment: look.isNumeric ? AlignmentType.END : AlignmentType.START,
          children: runs(text, { bold: look.isBold, size: look.size }),
        }),
      ],
    })

  const table = ({ columns, rows, size = 'normal' }: TableModel): FileChild[] => {
    const all = columns.reduce((sum, { share }) => sum + share, 0)
    const widths = columns.map(({ share }) => Math.floor((textWidth * share) / all))
    const rowOf = (cells: string[], isBold: boolean, tableHeader = false) =>
      new TableRow({
        tableHeader,
        cantSplit: true,
        children: columns.map(({ isNumeric }, index) =>
          cell(cells[index] ?? '', widths[index] ?? 0, { isNumeric, isBold, size: halfPoints[size] }),
        ),
      })
    const hasHead = columns.some(({ header }) => header !== '')
    const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
    return [
      new Table({
        visuallyRightToLeft: isRightToLeft,
        width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnWidths: widths,
        borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
        rows: [
          ...(hasHead
            ? [
                rowOf(
                  columns.map(({ header }) => header),
                  true,
                  true,
                ),
              ]
            : []),
          ...rows.map(({ cells, isTotal }) => rowOf(cells, isTotal ?? false)),
        ],
      }),
      new Paragraph({ bidirectional, spacing: { after: 8 * twip.point } }),
    ]
  }

  const block = (part: Block): FileChild[] => {
    switch (part.kind) {
      case 'heading':
        return [new Paragraph({ heading: headings[part.level], bidirectional, children: runs(part.text) })]
      case 'table':
        return table(part)
      case 'paragraph':
        return [
          new Paragraph({
            bidirectional,
            alignment: part.align === 'end' ? AlignmentType.END : AlignmentType.START,
            spacing: { after: (part.spaceAfter ?? 8) * twip.point },
            children: part.runs.flatMap((run) => runs(run.text, lookOf(run))),
          }),
        ]
    }
  }
  return { block, note, pageNumber }
}

async function withFixedDates(bytes: Uint8Array, createdAt: string): Promise<Uint8Array> {
  const files = await readZip(bytes)
  return writeZip(
    files.map(({ name, bytes: content }) =>
      name === 'docProps/core.xml'
        ? {
            name,
            bytes: Buffer.from(
              Buffer.from(content)
                .toString('utf8')
                .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${createdAt}`),
              'utf8',
            ),
          }
        : { name, bytes: content },
    ),
  )
}
