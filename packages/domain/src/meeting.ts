import type { MeetingState } from './codelists.ts'
import type { LocalizedText } from './locales.ts'
import type { DocumentKind } from './reference.ts'

/** An appraisal of the Global Plan of Action. Dates are null until they are set; the expected year stands before. */
export interface Meeting {
  id: string
  slug: string
  title: LocalizedText
  startsOn: string | null
  endsOn: string | null
  expectedYear: number
  session: number | null
  state: MeetingState
  /** Whether that it takes place is concluded, not read in a source. */
  inferred: boolean
}

export interface MeetingDocument {
  id: string
  kind: DocumentKind
  symbol: string
  datedOn: string | null
  source: string
  /** Seen by coordinators only, until one confirms it. */
  unverified: boolean
}
