import { randomUUID } from 'node:crypto'
import { anAnnouncement } from '../fund.ts'
import type { FundModel } from './model.ts'
import * as rules from './pledge-rules.ts'
import { money, percentOf, pickIndex, type Run, request, type Steps } from './steps.ts'

const reason = 'Test'
const otherwise = { reason: 'Another body' }

export const pledgeSteps: Steps<
  'announce' | 'change' | 'formalise' | 'meetCondition' | 'increase' | 'reduce' | 'withdraw'
> = {
  announce({ model, officers }, { currency, minor, parts, matched, donor, on }) {
    const instalments = equalParts(BigInt(minor), minor >= parts ? parts : 0)
    const input = anAnnouncement({
      donorId: officers.donors[donor] ?? '',
      announcedOn: on,
      amount: { amountMinor: minor, currency },
      instalments: instalments.map((part, index) => ({
        dueOn: `2027-0${index + 1}-01`,
        amount: money(part, currency),
      })),
      condition: { kind: matched ? 'match' : 'none', matchPercent: matched ? 50 : null, note: null },
    })
    return {
      ...request(input, officers.one.pledges.announce, { earmarkingNote: 'Another body' }),
      rule: () => rules.announce(model, BigInt(minor), on, currency, model.pledges.length),
      accepted: (answer) => {
        const { id } = answer as { id: string }
        model.pledges.push({ id, donor, currency, announcedOn: on, isMatching: matched, instalments, wasPaid: false })
      },
    }
  },

  change(run, { which, share, on }) {
    const { model, officers } = run
    const about = pledgeOf(run, which, on)
    if (!about) return undefined
    const { index, input, announced, currency } = about
    const minor = percentOf(announced.minor, share)
    const change = { ...input, amount: money(minor, currency), instalments: [] }
    return {
      ...request(change, officers.one.pledges.change, otherwise),
      rule: () => rules.change(model, index, minor, on),
      accepted: () => forgetSchedule(model, index),
    }
  },

  formalise(run, { which, share, conditional, on }) {
    const { model, officers } = run
    const about = pledgeOf(run, which, on)
    if (!about) return undefined
    const { index, announced, currency } = about
    const { pledgeId, idempotencyKey } = about.input
    const minor = percentOf(announced.minor, share)
    const terms = { formalisedOn: on, conditional, evidence: reason, instalments: null }
    const formalisation = { pledgeId, idempotencyKey, amount: money(minor, currency), ...terms }
    return {
      ...request(formalisation, officers.one.pledges.formalise, { evidence: 'Another body' }),
      rule: () => rules.formalise(model, index, minor, on, conditional),
    }
  },

  meetCondition(run, { which, share, othersGave, on }) {
    const { model, officers } = run
    const about = pledgeOf(run, which, on)
    if (!about) return undefined
    const { index, input, conditional, currency } = about
    const minor = percentOf(conditional.minor, share)
    const others = othersGave === null ? null : percentOf(minor, othersGave)
    const amount = money(minor, currency)
    const meeting = { ...input, amount, othersGave: others === null ? null : money(others, currency) }
    return {
      ...request(meeting, officers.one.pledges.meetCondition, otherwise),
      rule: () => rules.meetCondition(model, index, minor, on, others),
    }
  },

  increase(run, { which, minor, on }) {
    const { model, officers } = run
    const about = pledgeOf(run, which, on)
    if (!about) return undefined
    const { index, input, currency } = about
    const increase = { ...input, amount: money(BigInt(minor), currency) }
    return {
      ...request(increase, officers.one.pledges.increase, otherwise),
      rule: () => rules.increase(model, index, BigInt(minor), on),
    }
  },

  reduce(run, { which, share, from, on }) {
    const { model, officers } = run
    const about = pledgeOf(run, which, on)
    if (!about) return undefined
    const { index, input, currency, receivable, conditional } = about
    const minor = percentOf(from === 'owed' ? receivable.minor : conditional.minor, share)
    const reduction = { ...input, amount: money(minor, currency), from }
    return {
      ...request(reduction, officers.one.pledges.reduce, otherwise),
      rule: () => rules.reduce(model, index, minor, on, from),
    }
  },

  withdraw(run, { which, on }) {
    const { model, officers } = run
    const about = pledgeOf(run, which, on)
    if (!about) return undefined
    return {
      ...request(about.input, officers.one.pledges.withdraw, otherwise),
      rule: () => rules.withdraw(model, about.index, on),
    }
  },
}

/** A pledge as the model has it, and what every request about it begins with. */
export function pledgeOf({ model }: Run, which: number, on: string) {
  const index = pickIndex(model.pledges, which)
  if (index === undefined) return undefined
  const pledge = model.pledge(index)
  return { ...pledge, index, input: { pledgeId: pledge.id, on, reason, idempotencyKey: randomUUID() } }
}

function forgetSchedule(model: FundModel, index: number): void {
  const pledge = model.pledges[index]
  if (pledge) pledge.instalments = []
}

function equalParts(whole: bigint, count: number): bigint[] {
  if (count === 0) return []
  const each = whole / BigInt(count)
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? whole - each * BigInt(count - 1) : each))
}
