import { Refused, rounded } from './books.ts'
import { type FundModel, pair, partOf } from './model.ts'

export interface Receipt {
  payment: number
  donor: number
  currency: string
  minor: bigint
  fee: bigint
  on: string
  bankReference: string | null
}

export function receive(model: FundModel, { payment, donor, currency, minor, fee, on, bankReference }: Receipt): void {
  model.requireBookable(on)
  const standing = model.payments.filter((one, index) => index !== payment && !one.isReversed)
  if (bankReference !== null) {
    const isTaken = standing.some((one) => one.currency === currency && one.bankReference === bankReference)
    if (isTaken) throw new Refused('payments.bank_reference_taken')
  } else {
    const looksAlike = standing.some(
      (one) =>
        one.donor === donor &&
        one.currency === currency &&
        one.minor === minor &&
        Math.abs(Date.parse(one.receivedOn) - Date.parse(on)) <= 3 * 86_400_000,
    )
    if (looksAlike) throw new Refused('payments.looks_alike')
  }
  const usd = model.cents(minor, currency, on)
  const feeUsd = model.cents(fee, currency, on)
  model.book('payment_received', on, [
    { account: 'cash', currency, minor: minor - fee, usd: usd - feeUsd, payment, bank: currency },
    { account: 'bank_charges', currency, minor: fee, usd: feeUsd, payment },
    { account: 'unallocated', currency, minor: -minor, usd: -usd, payment },
  ])
}

/** Lets `minor` of a payment settle `typed` of a pledge, or as much as it is worth; answers the entries it books. */
export function allocate(
  model: FundModel,
  payment: number,
  pledge: number,
  minor: bigint,
  typed: bigint | null,
  on: string,
): number[] {
  const { currency, donor, receivedOn, isReversed, unallocated } = model.payment(payment)
  const to = model.pledge(pledge)
  if (isReversed) throw new Refused('payments.reversed')
  if (model.isClosed(pledge)) throw new Refused('payments.pledge_closed')
  if (to.donor !== donor) throw new Refused('payments.other_donor')
  if (on < receivedOn) throw new Refused('payments.allocated_before_received')
  let settles = typed ?? minor
  if (typed === null && to.currency !== currency) {
    if (minor > unallocated.minor) throw new Refused('payments.more_than_unallocated')
    settles = model.minor(partOf(minor, unallocated).usd, to.currency, on)
  }
  if (settles < 1n) throw new Refused('payments.settles_nothing')

  const parts: { instalment: number | undefined; settles: bigint }[] = []
  let left = settles
  for (const [instalment, agreed] of to.instalments.entries()) {
    const open = agreed - model.paidOn(pledge, instalment)
    const part = left < open ? left : open
    if (part > 0n) parts.push({ instalment, settles: part })
    left -= part > 0n ? part : 0n
  }
  if (left > 0n) parts.push({ instalment: undefined, settles: left })
  let settled = 0n
  let used = 0n
  return parts.map((part) => {
    settled += part.settles
    const upToHere = rounded(minor * settled, settles)
    const number = allocatePart(model, payment, pledge, upToHere - used, part, on)
    used = upToHere
    return number
  })
}

function allocatePart(
  model: FundModel,
  payment: number,
  pledge: number,
  minor: bigint,
  { instalment, settles }: { instalment: number | undefined; settles: bigint },
  on: string,
): number {
  const { currency, unallocated } = model.payment(payment)
  const { receivable, conditional, notYetFormalised, currency: owedIn } = model.pledge(pledge)
  const missing = settles > receivable.minor ? settles - receivable.minor : 0n
  const rate = (part: bigint) => ({ minor: part, usd: model.cents(part, owedIn, on) })
  if (missing > 0n) rate(missing)
  if (minor > unallocated.minor) throw new Refused('payments.more_than_unallocated')
  const onCondition = missing < conditional.minor ? missing : conditional.minor
  const promised = missing - onCondition
  if (promised > notYetFormalised) throw new Refused('payments.more_than_pledged')
  const met = missing > 0n ? rate(onCondition) : { minor: 0n, usd: 0n }
  const kept = missing > 0n ? rate(promised) : { minor: 0n, usd: 0n }
  const owed = { minor: receivable.minor + missing, usd: receivable.usd + met.usd + kept.usd }
  const paid = partOf(settles, owed)
  const spent = partOf(minor, unallocated)
  const about = { pledge, payment, instalment }
  return model.book('payment_allocated', on, [
    ...pair('promises', 'conditional', owedIn, partOf(onCondition, conditional), { pledge }),
    ...pair('receivable', 'pledge_income', owedIn, met, { pledge }),
    ...pair('receivable', 'pledge_income', owedIn, kept, { pledge }),
    { account: 'unallocated', currency, ...spent, ...about },
    ...(currency === owedIn
      ? []
      : [
          { account: 'conversion', currency, minor: -spent.minor, usd: -spent.usd, ...about },
          { account: 'conversion', currency: owedIn, minor: settles, usd: spent.usd, ...about },
        ]),
    { account: 'receivable', currency: owedIn, minor: -paid.minor, usd: -paid.usd, ...about },
    { account: 'fx_difference', currency: owedIn, minor: 0n, usd: paid.usd - spent.usd, ...about },
  ])
}

export function give(model: FundModel, payment: number, minor: bigint, on: string): void {
  const { currency, unallocated } = requireLeftOver(model, payment, on)
  if (minor > unallocated.minor) throw new Refused('payments.more_than_unallocated')
  model.book(
    'overpayment_given',
    on,
    pair('unallocated', 'pledge_income', currency, partOf(minor, unallocated), { payment }),
  )
}

export function refund(model: FundModel, payment: number, minor: bigint, on: string): void {
  const { currency, unallocated } = requireLeftOver(model, payment, on)
  const usd = model.cents(minor, currency, on)
  if (minor > unallocated.minor) throw new Refused('payments.more_than_unallocated')
  if (minor > model.cash(currency).minor) throw new Refused('treasury.more_than_held')
  const used = partOf(minor, unallocated)
  model.book('payment_refunded', on, [
    { account: 'unallocated', currency, ...used, payment },
    { account: 'cash', currency, minor: -minor, usd: -usd, payment, bank: currency },
    { account: 'fx_difference', currency, minor: 0n, usd: usd - used.usd, payment },
  ])
}

function requireLeftOver(model: FundModel, payment: number, on: string) {
  const found = model.payment(payment)
  if (found.isReversed) throw new Refused('payments.reversed')
  if (on < found.receivedOn) throw new Refused('payments.before_received')
  model.requireBookable(on)
  return found
}
