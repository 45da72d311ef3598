import { evidenceSubject, note } from '@concert/domain/evidence'
import { type Locale, locales } from '@concert/domain/locales'
import { z } from 'zod'

export const evidenceKinds = ['report', 'figure', 'activity'] as const

const typedSubject = z.object({
  kind: z.enum(evidenceKinds),
  reference: z.string(),
  figureId: z.string().nullable(),
  symbol: z.string(),
  title: z.string(),
  datedOn: z.string().nullable(),
  url: z.string(),
})
type TypedSubject = z.infer<typeof typedSubject>

/** What was typed of the chosen kind; the fields of the other kinds are left alone. */
export const evidenceForm = z
  .object({ subject: typedSubject, note: z.record(z.string(), z.string()) })
  .transform(({ subject, note: written }) => ({ subject: chosen(subject), note: written }))
  .pipe(z.object({ subject: evidenceSubject, note }))

function chosen({ kind, reference, figureId, symbol, title, datedOn, url }: TypedSubject) {
  if (kind === 'activity') return { kind, reference: reference.trim().toUpperCase() }
  if (kind === 'figure') return { kind, figureId: figureId ?? '' }
  return { kind, symbol, title, datedOn, url: url.trim() === '' ? null : url }
}

export function emptyEvidence(): z.input<typeof evidenceForm> {
  const subject = {
    kind: 'report' as const,
    reference: '',
    figureId: null,
    symbol: '',
    title: '',
    datedOn: null,
    url: '',
  }
  return { subject, note: emptyNote() }
}

/** A field for each language, all empty. */
export function emptyNote(): Record<Locale, string> {
  return { en: '', fr: '', es: '', ru: '', zh: '', ar: '' }
}

/** The reader's language first, then the others in their order. */
export function languagesFor(reader: Locale): Locale[] {
  return [reader, ...locales.filter((other) => other !== reader)]
}
