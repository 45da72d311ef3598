import type { Locale } from '@concert/domain/locales'

/** Text in one look. Direction is found from the letters themselves. */
export interface Run {
  text: string
  isBold?: boolean
  isItalic?: boolean
}

export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: string
}

export interface Paragraph {
  kind: 'paragraph'
  runs: Run[]
  align?: 'start' | 'end'
  /** Points before the next block; 8 unless said otherwise. */
  spaceAfter?: number
}

export interface Table {
  kind: 'table'
  /** Without a single header there is no head row. `share` is the part of the width, of the sum of all. */
  columns: { header: string; isNumeric: boolean; share: number }[]
  rows: { cells: string[]; isTotal?: boolean }[]
  size?: 'normal' | 'small'
}

export type Block = Heading | Paragraph | Table

/** A document of A4 pages in one language, before it is bytes. What it is about is its maker's business. */
export interface DocumentModel {
  language: Locale
  /** In the file's properties. `creator` is an institution, never a person. */
  properties: { title: string; subject: string; creator: string; createdAt: string }
  /** Lines at the head of every page. */
  header: string[]
  /** Lines at the foot of every page, above the page's number. */
  footer: string[]
  blocks: Block[]
}
