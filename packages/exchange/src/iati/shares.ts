import { decimal } from './values.ts'

/** What is wrong with a split, or null; `sum` is in per cent. */
export type ShareFault =
  | { code: 'percentage_missing' }
  | { code: 'percentage_out_of_range' }
  | { code: 'percentage_rounded' | 'percentage_sum'; sum: string }

/**
 * The parts of one whole as per cent with two decimals that sum to exactly 100, or all null when the split is unknown.
 * A single part without a percentage is the whole. Up to one point off is rounding (33.33 × 3): the remainder goes to
 * the largest part. Anything further off leaves the split unknown; nothing is divided by guess.
 */
export function balanced(parts: readonly (string | null)[]): { shares: (number | null)[]; fault: ShareFault | null } {
  const unknown = (fault: ShareFault | null) => ({ shares: parts.map(() => null), fault })
  if (parts.length === 1 && parts[0] === null) return { shares: [100], fault: null }
  if (parts.includes(null)) return unknown({ code: 'percentage_missing' })
  const exact = parts.map((part) => Number(part))
  if (exact.some((part) => part < 0 || part > 100)) return unknown({ code: 'percentage_out_of_range' })
  const sum = exact.reduce((total, part) => total + part, 0)
  if (Math.abs(sum - 100) > 1.000001) return unknown({ code: 'percentage_sum', sum: sum.toFixed(2) })
  const hundredths = exact.map((part) => Math.round(part * 100))
  const largest = exact.indexOf(Math.max(...exact))
  const remainder = 10_000 - hundredths.reduce((total, part) => total + part, 0)
  hundredths[largest] = (hundredths[largest] ?? 0) + remainder
  const fault = Math.abs(sum - 100) > 0.0001 ? ({ code: 'percentage_rounded', sum: sum.toFixed(2) } as const) : null
  return { shares: hundredths.map((part) => part / 100), fault }
}

/** A `percentage` attribute: null when absent, undefined when it is no decimal. */
export function percentage(attribute: string | undefined): string | null | undefined {
  if (attribute === undefined) return null
  return decimal(attribute) ?? undefined
}
