import fc from 'fast-check'

/** The fund's currencies in a run, with 2, 2, 0 and 3 decimals. */
export const currencies = ['USD', 'EUR', 'JPY', 'KWD'] as const

/** Days on which something is booked: before the first rate of the euro, in between, today, and tomorrow. */
const days = ['2026-08-10', '2026-09-01', '2026-09-20', '2026-10-15', '2026-11-10', '2026-11-24', '2026-11-25'] as const

const currency = fc.constantFrom(...currencies)
const minor = fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 10 ** 9 }))
/** Picks one of those that are there, so that a command keeps its meaning while a run is made shorter. */
const which = fc.nat(1000)
/** Percent of what there is, often all of it and sometimes more. */
const share = fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 120 }))
const on = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...days) },
  { weight: 6, arbitrary: fc.constantFrom(...days.slice(1, -1)) },
)

const kinds = {
  announce: fc.record({
    do: fc.constant('announce' as const),
    currency,
    minor,
    parts: fc.integer({ min: 0, max: 3 }),
    matched: fc.boolean(),
    donor: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
    on,
  }),
  change: fc.record({ do: fc.constant('change' as const), which, share: fc.integer({ min: 1, max: 250 }), on }),
  formalise: fc.record({ do: fc.constant('formalise' as const), which, share, conditional: fc.boolean(), on }),
  meetCondition: fc.record({
    do: fc.constant('meetCondition' as const),
    which,
    share,
    othersGave: fc.option(fc.integer({ min: 50, max: 300 }), { freq: 5 }),
    on,
  }),
  increase: fc.record({ do: fc.constant('increase' as const), which, minor, on }),
  reduce: fc.record({
    do: fc.constant('reduce' as const),
    which,
    share,
    from: fc.constantFrom('owed' as const, 'on_condition' as const),
    on,
  }),
  withdraw: fc.record({ do: fc.constant('withdraw' as const), which, on }),
  receive: fc.record({
    do: fc.constant('receive' as const),
    currency,
    minor,
    feePercent: fc.integer({ min: 0, max: 3 }),
    which,
    share: fc.integer({ min: 0, max: 110 }),
    bankReference: fc.constantFrom('new' as const, 'new' as const, 'new' as const, 'none' as const, 'same' as const),
    on,
  }),
  allocate: fc.record({
    do: fc.constant('allocate' as const),
    which,
    to: which,
    share,
    /** Percent of what the pledge is owed that the officer typed, where the currencies differ. */
    settles: fc.option(share, { freq: 3 }),
    on,
  }),
  undo: fc.record({ do: fc.constant('undo' as const), which }),
  give: fc.record({ do: fc.constant('give' as const), which, share, on }),
  refund: fc.record({ do: fc.constant('refund' as const), which, share, on }),
  askWriteOff: fc.record({ do: fc.constant('askWriteOff' as const), which, share, on }),
  askReversal: fc.record({ do: fc.constant('askReversal' as const), which, on }),
  decide: fc.record({
    do: fc.constant('decide' as const),
    which,
    how: fc.constantFrom('confirm' as const, 'confirm' as const, 'confirm' as const, 'own' as const, 'refuse' as const),
  }),
  interest: fc.record({ do: fc.constant('interest' as const), currency, minor, on }),
  supportCost: fc.record({ do: fc.constant('supportCost' as const), currency, share, on }),
  convert: fc.record({ do: fc.constant('convert' as const), from: currency, into: currency, share, minor, on }),
  editRate: fc.record({
    do: fc.constant('editRate' as const),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    on: fc.constantFrom(...days.slice(1, -1)),
    units: fc.constantFrom('0.3071', '0.9', '1', '0.8333333333', '149.2', '157.05'),
  }),
  again: fc.record({ do: fc.constant('again' as const), sameBody: fc.boolean() }),
} as const

export type Command = {
  [Kind in keyof typeof kinds]: (typeof kinds)[Kind] extends fc.Arbitrary<infer One> ? One : never
}[keyof typeof kinds]

const weights: Partial<Record<keyof typeof kinds, number>> = {
  announce: 5,
  formalise: 5,
  receive: 6,
  allocate: 7,
  decide: 5,
  askReversal: 4,
  withdraw: 1,
  editRate: 1,
  again: 1,
}

const command: fc.Arbitrary<Command> = fc.oneof(
  ...Object.entries(kinds).map(([kind, arbitrary]) => ({
    arbitrary: arbitrary as fc.Arbitrary<Command>,
    weight: weights[kind as keyof typeof kinds] ?? 2,
  })),
)

/**
 * `length` commands in their order: six that bring pledges and money, then any. A run that fails is made shorter by
 * leaving commands out.
 */
export function anyCommands(length: number): fc.Arbitrary<Command[]> {
  const orNone = (one: fc.Arbitrary<Command>) => fc.option(one, { freq: 1_000_000 })
  const some = (one: fc.Arbitrary<Command>, count: number) =>
    fc.array(orNone(one), { minLength: count, maxLength: count })
  return fc
    .tuple(some(fc.oneof(kinds.announce, kinds.receive), 6), some(command, length - 6))
    .map((parts) => parts.flat().filter((one) => one !== null))
}
