import { createHash } from 'node:crypto'
import type { LetterKind, LetterTable, WrittenLetter } from '@concert/domain/letter'
import type { Block, DocumentModel, Table } from '@concert/exchange/docx/document'
import { writeDocx } from '@concert/exchange/docx/write-docx'
import { wordsOf } from '@concert/messages/words'

export interface LetterFile {
  bytes: Uint8Array
  sha256: string
}

/** A letter as DOCX: the same bytes whenever it is made from the same written letter. */
export async function letterFile(kind: LetterKind, written: WrittenLetter): Promise<LetterFile> {
  const bytes = await writeDocx(await toDocument(kind, written))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function toDocument(kind: LetterKind, written: WrittenLetter): Promise<DocumentModel> {
  const say = await wordsOf(written.language)
  const reference = say('letters.reference', { reference: written.reference ?? '' })
  const line = (text: string, spaceAfter: number, align: 'start' | 'end' = 'start'): Block => ({
    kind: 'paragraph',
    runs: [{ text }],
    align,
    spaceAfter,
  })
  return {
    language: written.language,
    properties: {
      title: `${written.reference} ${say(`letters.kinds.${kind}`)}`,
      subject: say(`letters.kinds.${kind}`),
      creator: written.issuer,
      createdAt: `${written.writtenOn}T00:00:00Z`,
    },
    header: [written.issuer],
    footer: written.footer,
    blocks: [
      line(reference, 0, 'end'),
      line(written.date, 18, 'end'),
      ...written.addressee.map((text, index) => line(text, index === written.addressee.length - 1 ? 18 : 0)),
      { kind: 'heading', level: 1, text: written.title },
      ...written.blocks.flatMap((block): Block[] =>
        block.kind === 'table'
          ? [toTable(block.table)]
          : block.text.split('\n').map((text, index, all) => line(text, index === all.length - 1 ? 10 : 0)),
      ),
    ],
  }
}

/** References need room so that they do not break; names of facts need less than the facts. */
function toTable({ columns, rows }: LetterTable): Table {
  const isWide = columns.length > 4
  const first = isWide ? 1.6 : columns.length === 2 ? 0.8 : 1
  return {
    kind: 'table',
    size: isWide ? 'small' : 'normal',
    columns: columns.map((column, index) => ({ ...column, share: index === 0 ? first : 1 })),
    rows,
  }
}
