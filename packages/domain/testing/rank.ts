/** How many of the rows are independent of the others. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => [...row])
  let rank = 0
  const width = rows[0]?.length ?? 0
  for (let column = 0; column < width; column += 1) {
    const pivot = left.find((row) => row[column] !== 0)
    if (!pivot) continue
    rank += 1
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, at) => value * (pivot[column] ?? 0) - (pivot[at] ?? 0) * (row[column] ?? 0)))
      .map(lowest)
  }
  return rank
}

function lowest(row: readonly number[]): number[] {
  const divisor = row.reduce((all, value) => commonDivisor(all, Math.abs(value)), 0)
  return divisor > 1 ? row.map((value) => value / divisor) : [...row]
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
