import { Refused } from './books.ts'
import { type FundModel, pair, partOf } from './model.ts'

export function announce(model: FundModel, minor: bigint, on: string, currency: string, pledge: number): void {
  model.requireBookable(on)
  const worth = { minor, usd: model.cents(minor, currency, on) }
  model.book('pledge_announced', on, pair('announced', 'promises', currency, worth, { pledge }))
}

export function change(model: FundModel, pledge: number, whole: bigint, on: string): void {
  requireDay(model, pledge, on, 'pledges.before_announced')
  const { announced, notYetFormalised, currency, instalments, wasPaid } = model.pledge(pledge)
  const difference = whole - announced.minor
  if (difference === 0n) throw new Refused('pledges.same_amount')
  if (difference < 0n && whole < announced.minor - notYetFormalised) throw new Refused('pledges.less_than_signed')
  const lines =
    difference > 0n
      ? pair('announced', 'promises', currency, atRate(model, difference, currency, on), { pledge })
      : pair('promises', 'announced', currency, partOf(-difference, announced), { pledge })
  if (instalments.length > 0 && wasPaid) throw new Refused('pledges.schedule_in_use')
  model.book('announcement_changed', on, lines)
}

export function formalise(model: FundModel, pledge: number, minor: bigint, on: string, conditional: boolean): void {
  requireDay(model, pledge, on, 'pledges.formalised_before_announced')
  const { announced, currency } = model.pledge(pledge)
  if (announced.minor === 0n) throw new Refused('pledges.nothing_announced')
  const worth = atRate(model, minor, currency, on)
  if (conditional) {
    model.book('pledge_formalised_conditionally', on, pair('conditional', 'promises', currency, worth, { pledge }))
  } else {
    model.book('pledge_formalised', on, pair('receivable', 'pledge_income', currency, worth, { pledge }))
  }
}

export function meetCondition(
  model: FundModel,
  pledge: number,
  minor: bigint,
  on: string,
  othersGave: bigint | null,
): void {
  requireDay(model, pledge, on, 'pledges.before_announced')
  const { conditional, formalised, currency, isMatching } = model.pledge(pledge)
  if (minor > conditional.minor) throw new Refused('pledges.more_than_conditional')
  if (isMatching) {
    if (othersGave === null) throw new Refused('pledges.others_missing')
    if (minor > othersGave - formalised.minor) throw new Refused('pledges.more_than_matched')
  }
  model.book('condition_met', on, [
    ...pair('promises', 'conditional', currency, partOf(minor, conditional), { pledge }),
    ...pair('receivable', 'pledge_income', currency, atRate(model, minor, currency, on), { pledge }),
  ])
}

export function increase(model: FundModel, pledge: number, minor: bigint, on: string): void {
  requireDay(model, pledge, on, 'pledges.before_announced')
  const { notYetFormalised, formalised, currency } = model.pledge(pledge)
  if (notYetFormalised > 0n) throw new Refused('pledges.formalise_first')
  if (formalised.minor === 0n) throw new Refused('pledges.nothing_signed')
  const worth = atRate(model, minor, currency, on)
  model.book('pledge_increased', on, pair('receivable', 'pledge_income', currency, worth, { pledge }))
}

export function reduce(
  model: FundModel,
  pledge: number,
  minor: bigint,
  on: string,
  from: 'owed' | 'on_condition',
): void {
  requireDay(model, pledge, on, 'pledges.before_announced')
  const { receivable, conditional, announced, currency } = model.pledge(pledge)
  if (from === 'owed') {
    if (minor > receivable.minor) throw new Refused('pledges.more_than_owed')
    model.book(
      'pledge_reduced',
      on,
      pair('pledge_income', 'receivable', currency, partOf(minor, receivable), { pledge }),
    )
    return
  }
  if (minor > conditional.minor) throw new Refused('pledges.more_than_conditional')
  model.book('pledge_reduced', on, [
    ...pair('promises', 'conditional', currency, partOf(minor, conditional), { pledge }),
    ...pair('promises', 'announced', currency, partOf(smaller(minor, announced.minor), announced), { pledge }),
  ])
}

export function withdraw(model: FundModel, pledge: number, on: string): void {
  requireDay(model, pledge, on, 'pledges.before_announced')
  const { receivable, conditional, announced, notYetFormalised, currency } = model.pledge(pledge)
  if (receivable.minor + conditional.minor + notYetFormalised === 0n) throw new Refused('pledges.nothing_open')
  const neverOwed = smaller(conditional.minor + notYetFormalised, announced.minor)
  model.book('pledge_withdrawn', on, [
    ...pair('pledge_income', 'receivable', currency, receivable, { pledge }),
    ...pair('promises', 'conditional', currency, conditional, { pledge }),
    ...pair('promises', 'announced', currency, partOf(neverOwed, announced), { pledge }),
  ])
}

export function writeOff(model: FundModel, pledge: number, minor: bigint, on: string): void {
  requireDay(model, pledge, on, 'pledges.before_announced')
  const { receivable, currency } = model.pledge(pledge)
  if (minor > receivable.minor) throw new Refused('pledges.more_than_owed')
  const worth = partOf(minor, receivable)
  model.book('pledge_written_off', on, pair('written_off', 'receivable', currency, worth, { pledge }))
}

function requireDay(model: FundModel, pledge: number, on: string, code: string): void {
  if (on < model.pledge(pledge).announcedOn) throw new Refused(code)
  model.requireBookable(on)
}

function atRate(model: FundModel, minor: bigint, currency: string, on: string) {
  return { minor, usd: model.cents(minor, currency, on) }
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
