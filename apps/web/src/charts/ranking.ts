export interface ChartRow {
  id: string
  label: string
  value: number
  /** Where a click on its name leads. */
  href?: string
}

/**
 * The `limit` largest rows, and one that sums the others and can be opened. For themes and places; States and
 * agencies are never ranked: they stand in the order of the alphabet.
 */
export function largestWithOther(rows: readonly ChartRow[], limit: number, otherLabel: string): ChartRow[] {
  const sorted = rows.toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label))
  if (sorted.length <= limit) return sorted
  const rest = sorted.slice(limit - 1)
  const other = { id: 'other', label: otherLabel, value: rest.reduce((sum, row) => sum + row.value, 0) }
  return [...sorted.slice(0, limit - 1), other]
}

/** Where an axis from zero ends so that its three to six ticks are round. */
export function roundTicks(max: number): number[] {
  if (max <= 0) return [0, 1]
  const magnitude = 10 ** Math.floor(Math.log10(max / 4))
  const candidates = [1, 2, 2.5, 5, 10, 20].map((factor) => factor * magnitude)
  const size = candidates.find((step) => Number.isInteger(step) && max / step <= 5) ?? 1
  return Array.from({ length: Math.ceil(max / size) + 1 }, (_, tick) => tick * size)
}
