import { type Note, noteFor } from '@concert/domain/evidence'
import { useReader } from '../../locale.tsx'

/** A note in the reader's language, or in the nearest that it has. */
export function NoteText({ note }: { note: Note }) {
  const shown = noteFor(note, useReader())
  if (!shown) return null
  return (
    <p lang={shown.language} dir="auto" className="whitespace-pre-line text-ink-soft">
      {shown.text}
    </p>
  )
}
