import type { Trx } from '@concert/db/client'

export type FigureUnit = 'count' | 'usd_minor'

/** A number that is shown anywhere. Its name and its rule in words are in the catalogue `figures`, at its id. */
export interface FigureDefinition {
  /** `<slice>.<what>`, as in `activities.public`. */
  id: string
  unit: FigureUnit
  value(trx: Trx, today: string): Promise<number>
  proof(trx: Trx, today: string): Promise<FigureProof>
}

/** What a value is made of: public rows by name, all others by their number. */
export interface FigureProof {
  rowsIn: number
  /** The first of the rows that went in. */
  sample: ProofRow[]
  /** Why rows were left out, as a key of the catalogue `figures.left_out`, and how many. */
  leftOut: { reason: string; rows: number }[]
}

export interface ProofRow {
  label: string
  value: number
  /** The page of the row. */
  link: string
}

export interface Figure {
  id: string
  unit: FigureUnit
  value: number
  asOf: string
}
