/** Ten-thousandths of a per cent: as exact as a split is kept. */
const unit = 10_000
const whole = 100 * unit

/** Declared splits may be off by this much, as publishing admits. */
const tolerance = unit / 100

/**
 * The parts of one whole as decimal text that adds up to exactly 100. A declared split stays as it is, and what it lacks
 * or has too much goes to the last part that can carry it. Where a part is undeclared, or the split is no whole, the
 * parts are equal: the standard refuses several parts without a percentage.
 */
export function sharesOf(parts: readonly (string | null)[]): { shares: string[]; areDeclared: boolean } {
  if (parts.length === 1) return { shares: ['100'], areDeclared: true }
  const declared = parts.map((part) => (part === null ? Number.NaN : Math.round(Number(part) * unit)))
  const missing = whole - declared.reduce((sum, part) => sum + part, 0)
  if (declared.every((part) => part >= 0) && Math.abs(missing) <= tolerance) {
    return { shares: withRemainder(declared, missing).map(decimalOf), areDeclared: true }
  }
  // Two decimals, as readers of such files round.
  const each = Math.floor(10_000 / parts.length) * (unit / 100)
  const equal = parts.map(() => each)
  return { shares: withRemainder(equal, whole - each * parts.length).map(decimalOf), areDeclared: false }
}

function withRemainder(parts: readonly number[], remainder: number): number[] {
  const last = parts.findLastIndex((part) => part + remainder >= 0)
  return parts.map((part, index) => (index === last ? part + remainder : part))
}

function decimalOf(share: number): string {
  const [before, after = ''] = (share / unit).toFixed(4).split('.')
  const decimals = after.replace(/0+$/, '')
  return decimals === '' ? `${before}` : `${before}.${decimals}`
}
