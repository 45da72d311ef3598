import type { LetterSubject } from '@concert/db/letters'
import type { LetterTable } from '@concert/domain/letter'

/** What a letter says beyond what every letter says: by the fields of its kind (`letterFields`). */
export interface Told {
  subject: LetterSubject
  text: Record<string, string>
  tables: Record<string, LetterTable>
}
