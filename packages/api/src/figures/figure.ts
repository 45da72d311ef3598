import type { Trx } from '@concert/db/client'

/** A number that is shown anywhere. Its name and its rule in words are in the catalogue `figures`, at its id. */
export interface FigureDefinition {
  /** `<slice>.<what>`, as in `activities.public`. */
  id: string
  unit: 'count' | 'usd_minor'
  value(trx: Trx): Promise<number>
  /** What the value was made of: counts and sums, rows in and rows left out with the reason. */
  proof(trx: Trx): Promise<FigureProof>
}

export interface FigureProof {
  /** Rows in, of which the first are listed; only what the one who asks may see. */
  rowsIn: number
  sample: ProofRow[]
  /** Why rows were left out, as a key of the catalogue `figures.left_out`, and how many. */
  leftOut: { reason: string; rows: number }[]
}

export interface ProofRow {
  label: string
  value: number
  link?: string
}

export interface Figure {
  id: string
  unit: FigureDefinition['unit']
  value: number
  asOf: string
}
