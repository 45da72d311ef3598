// The fund as a child would keep it: a list of lines and plain sums over them, in bigint. Nothing here is shared with the
// code that it is compared with.

export interface ModelLine {
  account: string
  currency: string
  minor: bigint
  usd: bigint
  pledge?: number | undefined
  payment?: number | undefined
  bank?: string | undefined
  instalment?: number | undefined
}

export interface ModelEntry {
  kind: string
  on: string
  lines: ModelLine[]
  /** The number of the entry that this one takes back. */
  reverses?: number
}

/** An amount in minor units and the US cents at which it stands in the books. */
export interface Worth {
  minor: bigint
  usd: bigint
}

export interface ModelRate {
  currency: string
  on: string
  units: string
}

export class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export const nothing: Worth = { minor: 0n, usd: 0n }
export const decimals: Record<string, number> = { USD: 2, EUR: 2, JPY: 0, KWD: 3 }

export function sumOf(lines: readonly ModelLine[], holds: (line: ModelLine) => boolean): Worth {
  let minor = 0n
  let usd = 0n
  for (const line of lines) {
    if (!holds(line)) continue
    minor += line.minor
    usd += line.usd
  }
  return { minor, usd }
}

/** The dollars of a part: all of them for the whole, else its share, half away from zero. */
export function shareOf(part: bigint, whole: Worth): bigint {
  return part === whole.minor ? whole.usd : rounded(whole.usd * part, whole.minor)
}

export function rounded(numerator: bigint, denominator: bigint): bigint {
  const size = (value: bigint) => (value < 0n ? -value : value)
  const [n, d] = [size(numerator), size(denominator)]
  const whole = n / d + (2n * (n % d) >= d ? 1n : 0n)
  return numerator < 0n === denominator < 0n ? whole : -whole
}

/** Units of a currency per dollar on a day, in ten-thousand-millionths. */
export function unitsOn(rates: readonly ModelRate[], currency: string, on: string): bigint {
  if (currency === 'USD') return 10n ** 10n
  const known = rates.filter((rate) => rate.currency === currency && rate.on <= on)
  const newest = known.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  if (!newest || Date.parse(on) - Date.parse(newest.on) > 62 * 86_400_000) throw new Refused('fund.rate_missing')
  const [whole = '0', fraction = ''] = newest.units.split('.')
  return BigInt(whole + fraction.padEnd(10, '0'))
}

export function centsAt(minor: bigint, currency: string, units: bigint): bigint {
  return rounded(minor * 100n * 10n ** 10n, 10n ** BigInt(decimals[currency] ?? 2) * units)
}

export function minorAt(cents: bigint, currency: string, units: bigint): bigint {
  return rounded(cents * 10n ** BigInt(decimals[currency] ?? 2) * units, 100n * 10n ** 10n)
}
