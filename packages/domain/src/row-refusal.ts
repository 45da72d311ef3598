import type { ErrorParams } from './errors.ts'

/** Why a line of a file is refused: `code` has its words where those of a DomainError are. */
export interface RowRefusal {
  /** The line as a spreadsheet shows it. */
  line: number
  column: string | null
  code: string
  params: ErrorParams
}
