import type { FindingCode } from '@concert/domain/imported-activity'

/** Why a whole file is refused, and where. Caught by `readIatiFile`; nothing of the file is used. */
export class FileRefusal extends Error {
  readonly code: FindingCode
  readonly params: Record<string, string | number>
  readonly line: number | null
  readonly column: number | null

  constructor(
    code: FindingCode,
    params: Record<string, string | number> = {},
    line: number | null = null,
    column: number | null = null,
  ) {
    super(code)
    this.name = 'FileRefusal'
    this.code = code
    this.params = params
    this.line = line
    this.column = column
  }
}

/** Text from a file that a message may quote: short, one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
