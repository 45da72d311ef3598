import type { Trx } from '@concert/db/client'
import type { RatesUsed } from '@concert/db/rates-used'

/** `share` is in hundredths of a per cent. */
export type FigureUnit = 'count' | 'usd_minor' | 'share' | 'days'

/** A number that is shown anywhere. Its name and its rule in words are in the catalogue `figures`, at its `words`. */
export interface FigureDefinition {
  /** `<slice>.<what>`, as in `activities.public`; one of many has what tells it apart behind: `statement.interest.2026`. */
  id: string
  /** The id, unless many share their words. */
  words?: string
  /** What the words say of this one, as its year. */
  params?: Record<string, string | number>
  unit: FigureUnit
  value(trx: Trx, today: string): Promise<number>
  proof(trx: Trx, today: string): Promise<FigureProof>
}

/** Figures that are counted alike, as one line of the statement for every year. */
export interface FigureFamily {
  /** The figure with this id, when it is one of the family. */
  find(id: string): FigureDefinition | undefined
  /** Those that stand in the list of all figures: the newest ones. */
  listed(trx: Trx, today: string): Promise<FigureDefinition[]>
}

/** What a value is made of: public rows by name, all others by their number. */
export interface FigureProof {
  rowsIn: number
  /** The first of the rows that went in. */
  sample: ProofRow[]
  /** Why rows were left out, as a key of the catalogue `figures.left_out`, and how many. */
  leftOut: { reason: string; rows: number }[]
  /** How one gets from this number to the official one, for a number that counts money more than once. */
  steps?: { id: string; usdMinor: number; rows: number }[]
  /** The rates of exchange that made its US dollars; none for what is counted. */
  rates?: RatesUsed
}

export interface ProofRow {
  label: string
  value: number
  /** The page of the row. */
  link: string
}

export interface Figure {
  id: string
  words: string
  params: Record<string, string | number>
  unit: FigureUnit
  value: number
  asOf: string
}
