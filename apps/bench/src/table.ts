/** One figure: what was tried, what has to be reached, what was. */
export interface Row {
  what: string
  figure: string
  reached: string
  isReached: boolean
}

const heads = ['what', 'figure to reach', 'reached'] as const

export function formatTable(rows: readonly Row[]): string {
  const cells = [
    [...heads],
    ...rows.map((row) => [row.what, row.figure, `${row.isReached ? '' : 'NOT REACHED: '}${row.reached}`]),
  ]
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  )
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('-|-'), ...lines.slice(1)].join('\n')
}
