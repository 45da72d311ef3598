import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import { type Locale, locales } from './locales.ts'

/** A remark in any of the six languages; none is required, and empty ones are left out. */
export type Note = Partial<Record<Locale, string>>
export const note = z
  .partialRecord(z.enum(locales), z.string().trim().max(1000))
  .transform((typed): Note => Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== '')))

/** The note in the reader's language, else in English, else in the first language that it has. */
export function noteFor(written: Note, reader: Locale): { language: Locale; text: string } | null {
  for (const language of [reader, 'en', ...locales] as const) {
    const text = written[language]
    if (text) return { language, text }
  }
  return null
}

/** The address of a page on the open web: `https`, without a name or a password in it. */
const plainLink = z
  .string()
  .trim()
  .max(500)
  .refine(isPlainLink, { params: { code: 'commitments.link_unreadable' } })

function isPlainLink(typed: string): boolean {
  if (!URL.canParse(typed)) return false
  const { protocol, username, password } = new URL(typed)
  return protocol === 'https:' && username === '' && password === ''
}

/** What a coordinator points at as an answer to a paragraph. */
export const evidenceSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('activity'), reference: z.string().trim().max(30) }),
  z.strictObject({ kind: z.literal('figure'), figureId: z.string().min(1).max(80) }),
  z.strictObject({
    kind: z.literal('report'),
    symbol: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(300),
    datedOn: calendarDate.nullable(),
    url: plainLink.nullable(),
  }),
])
export type EvidenceSubject = z.infer<typeof evidenceSubject>

export const paragraphKey = z.strictObject({ instrument: z.string().max(100), number: z.string().max(10) })
export type ParagraphKey = z.infer<typeof paragraphKey>

export const evidenceAddition = paragraphKey.extend({
  subject: evidenceSubject,
  note: note.default({}),
  idempotencyKey: z.uuid(),
})
export type EvidenceAddition = z.output<typeof evidenceAddition>

/** Evidence as it is kept; an activity is there only for one who may read it. */
export interface StoredEvidence {
  id: string
  subject:
    | { kind: 'activity'; reference: string; title: { language: string; text: string }[]; isPublic: boolean }
    | { kind: 'figure'; figureId: string }
    | { kind: 'report'; symbol: string; title: string; datedOn: string | null; url: string | null }
  note: Note
  addedAt: string
}
