import type { World } from '@concert/api/testing/callers'

export interface Ground {
  world: World
  /** How many runs of the model. */
  runs: number
  /** How long they may take together. */
  minutes: number
  seed: number
  /** Tells the one who waits how far it is, or what went wrong. */
  note(line: string): void
}

/** Something that goes wrong on purpose, and the figure that has to be reached all the same. */
export interface Fault {
  what: string
  figure: (terms: { runs: number }) => string
  run(ground: Ground): Promise<{ reached: string; isReached: boolean }>
}
