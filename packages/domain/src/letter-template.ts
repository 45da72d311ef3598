import { z } from 'zod'
import { type LetterBlock, type LetterKind, type LetterTable, letterKind } from './letter.ts'
import { locale } from './locales.ts'

interface KindFields {
  /** May stand anywhere in a paragraph or in the title. */
  text: readonly string[]
  /** Stand alone in their paragraph. */
  tables: readonly string[]
  /** Without these the letter would not say what it is for. */
  required: readonly string[]
}

const everyLetter = ['fundName', 'donorName', 'date'] as const
const aboutPledge = [...everyLetter, 'pledgeReference', 'contribution', 'announcedOn', 'meeting'] as const

/** The fields that a letter of each kind can be filled with. */
export const letterFields = {
  acknowledgement: { text: aboutPledge, tables: ['pledgeFacts'], required: ['contribution'] },
  formalisation_request: {
    text: [...aboutPledge, 'notYetFormalised'],
    tables: ['pledgeFacts', 'instalmentTable'],
    required: ['notYetFormalised'],
  },
  formalisation_confirmation: {
    text: [...aboutPledge, 'formalised', 'formalisedOn', 'outstanding', 'dueRule'],
    tables: ['pledgeFacts', 'instalmentTable'],
    required: ['formalised', 'dueRule'],
  },
  reminder: {
    text: [...aboutPledge, 'outstanding', 'due', 'overdue'],
    tables: ['dueTable'],
    required: ['pledgeReference', 'dueTable'],
  },
  receipt: {
    text: [...everyLetter, 'paymentReference', 'amount', 'receivedOn', 'fee', 'credited', 'unallocated'],
    tables: ['paymentFacts', 'allocationTable'],
    required: ['amount', 'receivedOn', 'allocationTable'],
  },
  donor_statement: {
    text: [...everyLetter, 'from', 'until', 'outstandingUsd', 'unallocated'],
    tables: ['statementTable', 'dollarTable', 'paymentTable'],
    required: ['from', 'until', 'statementTable', 'dollarTable'],
  },
  yearly_report: {
    text: [...everyLetter, 'year', 'receivedUsd', 'fundReceivedUsd', 'awardedUsd', 'disbursedUsd'],
    tables: ['givenTable', 'fundTable', 'workTable', 'aidTable'],
    required: ['year', 'givenTable', 'workTable'],
  },
} as const satisfies Record<LetterKind, KindFields>

type TextField<Kind extends LetterKind> = (typeof letterFields)[Kind]['text'][number]
type TableField<Kind extends LetterKind> = (typeof letterFields)[Kind]['tables'][number]

/** What a letter of one kind is filled with: every field of that kind. */
export interface LetterValues<Kind extends LetterKind> {
  text: Record<TextField<Kind>, string>
  tables: Record<TableField<Kind>, LetterTable>
}

/** A letter with `{field}` where something is filled in. */
export interface LetterTemplate {
  title: string
  paragraphs: string[]
}

export const maxParagraphs = 40

const wording = {
  title: z.string().trim().min(1).max(300),
  paragraphs: z.array(z.string().trim().min(1).max(2000)).min(1).max(maxParagraphs),
}

/** A manager's own wording. `basedOn` is the version it was written upon; 0 is the wording that Concert comes with. */
export const templateSaving = z
  .strictObject({
    kind: letterKind,
    language: locale,
    ...wording,
    basedOn: z.int().min(0),
    idempotencyKey: z.uuid(),
  })
  .superRefine((template, ctx) => {
    for (const { path, code, params } of templateIssues(template.kind, template)) {
      ctx.addIssue({ code: 'custom', path, params: { code, ...params } })
    }
  })
export type TemplateSaving = z.infer<typeof templateSaving>

/** An earlier version, or with 0 the wording that Concert comes with, as a new version. */
export const templateRestoring = z.strictObject({
  kind: letterKind,
  language: locale,
  version: z.int().min(0),
  basedOn: z.int().min(0),
  idempotencyKey: z.uuid(),
})
export type TemplateRestoring = z.infer<typeof templateRestoring>

/** A kept version of a template. Without wording it is the one that Concert comes with. */
export interface TemplateVersion {
  version: number
  template: LetterTemplate | null
  /** The version that this one brought back. */
  restored: number | null
  savedBy: string
  savedAt: string
}

export interface TemplateIssue {
  path: (string | number)[]
  code: string
  /** `paragraph` counts from 1, 0 is the title; `position` is the character in it, from 1. */
  params: Record<string, string | number>
}

/** What keeps a template from becoming a letter, each with its place. Empty when it is sound. */
export function templateIssues(kind: LetterKind, { title, paragraphs }: LetterTemplate): TemplateIssue[] {
  const { text, tables, required }: KindFields = letterFields[kind]
  const used = new Set<string>()
  const issues: TemplateIssue[] = []
  const check = (part: string, path: TemplateIssue['path'], paragraph: number) => {
    for (const piece of piecesOf(part)) {
      const position = piece.at + 1
      if (piece.kind === 'brace') {
        issues.push({ path, code: 'letters.unbalanced_brace', params: { paragraph, position } })
      } else if (piece.kind === 'field') {
        const { field } = piece
        used.add(field)
        if (tables.includes(field)) {
          if (paragraph === 0 || part.trim() !== `{${field}}`)
            issues.push({ path, code: 'letters.table_alone', params: { field, paragraph, position } })
        } else if (!text.includes(field)) {
          issues.push({ path, code: 'letters.unknown_field', params: { field, paragraph, position } })
        }
      }
    }
  }
  check(title, ['title'], 0)
  paragraphs.forEach((part, index) => {
    check(part, ['paragraphs', index], index + 1)
  })
  for (const field of required) {
    if (!used.has(field)) issues.push({ path: ['paragraphs'], code: 'letters.required_field', params: { field } })
  }
  return issues
}

/**
 * The template with every field filled in, in one pass: braces inside a value are text. Throws RangeError when the
 * template is not sound or `values` lack one of its fields.
 */
export function mergeTemplate<Kind extends LetterKind>(
  { title, paragraphs }: LetterTemplate,
  values: LetterValues<Kind>,
): { title: string; blocks: LetterBlock[] } {
  const text = new Map<string, string>(Object.entries(values.text))
  const tables = new Map<string, LetterTable>(Object.entries(values.tables))
  return {
    title: fill(title, text),
    blocks: paragraphs.map((part) => {
      const table = tables.get(/^\s*\{(\w+)\}\s*$/.exec(part)?.[1] ?? '')
      return table ? { kind: 'table', table } : { kind: 'paragraph', text: fill(part, text) }
    }),
  }
}

/** Paragraphs as a person types them, an empty line between two. */
export function toParagraphs(typed: string): string[] {
  return typed
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

export function fromParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n')
}

function fill(part: string, values: ReadonlyMap<string, string>): string {
  return piecesOf(part)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      const value = piece.kind === 'field' ? values.get(piece.field) : undefined
      if (value === undefined) throw new RangeError(`“${part}” cannot be filled in at character ${piece.at + 1}`)
      return value
    })
    .join('')
}

type Piece =
  | { kind: 'text'; at: number; text: string }
  | { kind: 'field'; at: number; field: string }
  | { kind: 'brace'; at: number }

/** A part of a template in its pieces, in order: text, `{field}`, and braces that belong to none. */
function piecesOf(part: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of part.matchAll(/\{([^{}]*)\}|[{}]|[^{}]+/g)) {
    const at = match.index
    const [whole, field] = match
    if (field !== undefined) pieces.push({ kind: 'field', at, field })
    else if (whole === '{' || whole === '}') pieces.push({ kind: 'brace', at })
    else pieces.push({ kind: 'text', at, text: whole })
  }
  return pieces
}
