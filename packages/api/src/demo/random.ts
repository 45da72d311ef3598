/** Repeatable chance: the same seed gives the same demonstration on every machine. */
export interface Random {
  /** From 0 up to but not 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number
  /** One of them. */
  pick<Item>(items: readonly Item[]): Item
  /** Some of them, each once, in their order. */
  some<Item>(items: readonly Item[], count: number): Item[]
  chance(probability: number): boolean
}

export function aRandom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    integer,
    pick(items) {
      const item = items[integer(0, items.length - 1)]
      if (item === undefined) throw new RangeError('Nothing to pick from')
      return item
    },
    some(items, count) {
      const left = items.map((_, index) => index)
      const chosen = new Set<number>()
      while (chosen.size < Math.min(count, items.length)) {
        const [index] = left.splice(integer(0, left.length - 1), 1)
        if (index !== undefined) chosen.add(index)
      }
      return items.filter((_, index) => chosen.has(index))
    },
    chance: (probability) => next() < probability,
  }
}
