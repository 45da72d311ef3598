import { randomUUID } from 'node:crypto'
import { aPayment } from '../fund.ts'
import { type FundModel, today } from './model.ts'
import * as rules from './payment-rules.ts'
import { undo } from './reversal-rules.ts'
import { money, percentOf, pickIndex, type Run, request, type Steps } from './steps.ts'

const reason = 'Test'
const otherwise = { reason: 'Another body' }

export const paymentSteps: Steps<'receive' | 'allocate' | 'undo' | 'give' | 'refund'> = {
  receive({ model, officers }, command) {
    const { currency, on, which, share } = command
    const minor = BigInt(command.minor)
    const fee = (minor * BigInt(command.feePercent)) / 100n
    const payment = model.payments.length
    const bankReference = bankReferenceOf(model, command.bankReference, currency)
    const pledge = pickIndex(model.pledges, which)
    const part = (minor * BigInt(share)) / 100n
    const isAllocated = pledge !== undefined && part > 0n
    const input = aPayment({
      donorId: officers.donors[0] ?? '',
      bankAccountId: officers.accounts[currency] ?? '',
      receivedOn: on,
      amount: money(minor, currency),
      fee: money(fee, currency),
      bankReference,
      allocations: isAllocated ? [allocationOf(model, pledge, part, currency, null)] : [],
    })
    const terms = { donor: 0, currency, minor, receivedOn: on, bankReference, isReversed: false }
    let booked: number[] = []
    return {
      ...request(input, officers.one.payments.record, { document: 'Another body' }),
      rule: () => {
        // There while the rules are asked, since an allocation looks its payment up.
        model.payments.push({ id: '', reference: '', ...terms })
        try {
          rules.receive(model, { payment, donor: 0, currency, minor, fee, on, bankReference })
          if (isAllocated) booked = rules.allocate(model, payment, pledge, part, null, on)
        } finally {
          model.payments.pop()
        }
      },
      accepted: (answer) => {
        model.payments.push({ ...(answer as { id: string; reference: string }), ...terms })
        if (isAllocated) rememberAllocations(model, pledge, booked)
      },
    }
  },

  allocate({ model, officers }, { which, to, share, settles, on }) {
    const payment = pickIndex(model.payments, which)
    const pledge = pickIndex(model.pledges, to)
    if (payment === undefined || pledge === undefined) return undefined
    const { id, currency, unallocated } = model.payment(payment)
    const { receivable, currency: owedIn } = model.pledge(pledge)
    const minor = percentOf(unallocated.minor, share)
    const typed = settles !== null && owedIn !== currency ? percentOf(receivable.minor, settles) : null
    const allocations = [allocationOf(model, pledge, minor, currency, typed)]
    const input = { paymentId: id, allocatedOn: on, allocations, idempotencyKey: randomUUID() }
    let booked: number[] = []
    return {
      ...request(input, officers.one.payments.allocate, { allocatedOn: on === today ? '2026-11-10' : today }),
      rule: () => {
        model.requireBookable(on)
        booked = rules.allocate(model, payment, pledge, minor, typed, on)
      },
      accepted: () => rememberAllocations(model, pledge, booked),
    }
  },

  undo({ model, officers }, { which }) {
    const allocation = pickIndex(model.allocations, which)
    const entry = allocation === undefined ? undefined : model.allocations[allocation]?.entry
    if (allocation === undefined || entry === undefined) return undefined
    const send = async (input: { reason: string; idempotencyKey: string }) =>
      officers.one.payments.undoAllocation({ ...input, allocationId: await officers.findAllocation(entry) })
    return {
      ...request({ reason, idempotencyKey: randomUUID() }, send, otherwise),
      rule: () => undo(model, allocation),
    }
  },

  give(run, { which, share, on }) {
    const { model, officers } = run
    const about = leftOverOf(run, which, share, on)
    if (!about) return undefined
    return {
      ...request(about.input, officers.one.payments.giveOverpayment, otherwise),
      rule: () => rules.give(model, about.payment, about.minor, on),
    }
  },

  refund(run, { which, share, on }) {
    const { model, officers } = run
    const about = leftOverOf(run, which, share, on)
    if (!about) return undefined
    const input = { ...about.input, bankAccountId: officers.accounts[about.input.amount.currency] ?? '' }
    return {
      ...request(input, officers.one.payments.refund, otherwise),
      rule: () => rules.refund(model, about.payment, about.minor, on),
    }
  },
}

function bankReferenceOf(model: FundModel, which: 'new' | 'none' | 'same', currency: string): string | null {
  if (which === 'none') return null
  const earlier = model.payments.find((one) => one.currency === currency && one.bankReference !== null)
  return which === 'same' && earlier ? earlier.bankReference : `REF ${model.payments.length}`
}

function allocationOf(model: FundModel, pledge: number, minor: bigint, currency: string, typed: bigint | null) {
  const { id, currency: owedIn } = model.pledge(pledge)
  const settles = typed === null ? null : money(typed, owedIn)
  return { pledgeId: id, instalmentId: null, amount: money(minor, currency), settles }
}

function rememberAllocations(model: FundModel, pledge: number, entries: readonly number[]): void {
  for (const entry of entries) model.allocations.push({ entry, isUndone: false })
  const paid = model.pledges[pledge]
  if (paid) paid.wasPaid = true
}

function leftOverOf({ model }: Run, which: number, share: number, on: string) {
  const payment = pickIndex(model.payments, which)
  if (payment === undefined) return undefined
  const { id, currency, unallocated } = model.payment(payment)
  const minor = percentOf(unallocated.minor, share)
  const input = { paymentId: id, on, amount: money(minor, currency), reason, idempotencyKey: randomUUID() }
  return { payment, minor, input }
}
