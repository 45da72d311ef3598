import type { Trx } from '@concert/db/client'
import { type Booking, postEntry } from '@concert/db/journal'
import { getPayment, insertAllocations, type Payment } from '@concert/db/payments'
import { findInstalments, getPledge, type MoneyPledge, type StoredInstalment, toStanding } from '@concert/db/pledges'
import { type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { fromUsdMinor } from '@concert/domain/exchange-rate'
import { type AllocationPart, splitOverInstalments } from '@concert/domain/journal/allocation-parts'
import { carryingShare } from '@concert/domain/journal/entry'
import { allocationEntry } from '@concert/domain/journal/payment-entries'
import { lifeOf, notYetFormalised } from '@concert/domain/journal/pledge-standing'
import { compare, formatMinor, type Money, subtract } from '@concert/domain/money'
import type { AllocationRequest } from '@concert/domain/payment'
import { getRateOn } from '../journal/booking.ts'
import { requireMoneyPledge } from '../pledges/require-money-pledge.ts'

/** Books what was asked for, one entry for each instalment that is paid. The journal is locked by the caller. */
export async function allocateParts(
  trx: Trx,
  booking: Booking,
  paymentId: string,
  requests: readonly AllocationRequest[],
  allocatedOn: CalendarDate,
): Promise<void> {
  for (const request of requests) {
    let standing = await readStanding(trx, paymentId, request.pledgeId)
    const { payment, pledge } = standing
    requireFitting(payment, pledge, request, allocatedOn)
    const settles = await settledBy(trx, request, payment, pledge, allocatedOn)
    const parts = partsOf(request, settles, await findInstalments(trx, pledge.id))
    for (const [index, part] of parts.entries()) {
      if (index > 0) standing = await readStanding(trx, paymentId, pledge.id)
      await allocatePart(trx, booking, standing, part, allocatedOn)
    }
  }
}

interface Standing {
  payment: Payment
  pledge: MoneyPledge
}

/** What is left of a payment and what a pledge is carried at, after everything that is booked by now. */
async function readStanding(trx: Trx, paymentId: string, pledgeId: string): Promise<Standing> {
  const payment = await getPayment(trx, paymentId)
  return { payment, pledge: requireMoneyPledge(await getPledge(trx, pledgeId), 'allocations') }
}

function requireFitting(payment: Payment, pledge: MoneyPledge, request: AllocationRequest, on: CalendarDate): void {
  const { currency } = payment.unallocated.amount
  if (payment.isReversed) throw new DomainError('payments.reversed', { reference: payment.reference })
  const life = lifeOf(toStanding(pledge.carried))
  if (life === 'withdrawn' || life === 'closed_partly_fulfilled') {
    throw new DomainError('payments.pledge_closed', { reference: pledge.reference }, 'allocations')
  }
  if (pledge.donorId !== payment.donorId) {
    throw new DomainError('payments.other_donor', { reference: pledge.reference }, 'allocations')
  }
  if (request.amount.currency !== currency) {
    throw new DomainError('payments.other_currency', { currency }, 'allocations')
  }
  if (compareDates(on, payment.receivedOn) < 0) {
    throw new DomainError('payments.allocated_before_received', { receivedOn: payment.receivedOn }, 'allocatedOn')
  }
}

/** In the pledge's currency: as the officer typed it, else the same amount, else the dollars received at the day's rate. */
async function settledBy(
  trx: Trx,
  { amount, settles }: AllocationRequest,
  { unallocated }: Payment,
  { currency }: MoneyPledge,
  on: CalendarDate,
): Promise<Money> {
  if (settles !== null) {
    if (settles.currency !== currency) throw new DomainError('payments.settles_currency', { currency }, 'allocations')
    if (amount.currency === currency && settles.amountMinor !== amount.amountMinor) {
      throw new DomainError('payments.settles_same', { currency }, 'allocations')
    }
    return settles
  }
  if (amount.currency === currency) return amount
  if (compare(amount, unallocated.amount) > 0) throw moreThanUnallocated(unallocated.amount)
  return fromUsdMinor(carryingShare(amount, unallocated).usdMinor, currency, await getRateOn(trx, currency, on))
}

function partsOf(
  { amount, instalmentId }: AllocationRequest,
  settles: Money,
  instalments: readonly StoredInstalment[],
): AllocationPart[] {
  if (settles.amountMinor < 1) throw new DomainError('payments.settles_nothing', {}, 'allocations')
  if (instalmentId === null) return splitOverInstalments(amount, settles, instalments)
  const named = instalments.find((part) => part.id === instalmentId)
  if (!named) throw new DomainError('payments.instalment_unknown', {}, 'allocations')
  const open = subtract(named.amount, named.paid)
  if (compare(settles, open) > 0) {
    const params = { position: named.position, amount: formatMinor(open), currency: open.currency }
    throw new DomainError('payments.more_than_instalment', params, 'allocations')
  }
  return [{ instalmentId, amount, settles }]
}

async function allocatePart(
  trx: Trx,
  booking: Booking,
  { payment, pledge }: Standing,
  { instalmentId, amount, settles }: AllocationPart,
  allocatedOn: CalendarDate,
): Promise<void> {
  const { id: paymentId, unallocated, donorId } = payment
  const { id: pledgeId, carried, currency } = pledge
  const formalises = compare(settles, carried.outstanding.amount) > 0
  const rate = formalises ? await getRateOn(trx, currency, allocatedOn) : undefined
  const entry = allocationEntry(
    { about: { pledgeId, donorId, paymentId, instalmentId }, amount, settles, allocatedOn },
    {
      unallocated,
      receivable: carried.outstanding,
      conditional: carried.conditional,
      notYetFormalised: notYetFormalised(toStanding(carried)),
      rate: () => {
        if (!rate) throw new RangeError('The rate is asked for although nothing is formalised')
        return rate
      },
    },
  )
  const entryNumber = await postEntry(trx, booking, entry)
  const amounts = { amountMinor: amount.amountMinor, settledMinor: settles.amountMinor }
  await insertAllocations(trx, [
    { paymentId, pledgeId, instalmentId: instalmentId ?? null, ...amounts, allocatedOn, entryNumber },
  ])
}

function moreThanUnallocated(left: Money): DomainError {
  const params = { amount: formatMinor(left), currency: left.currency }
  return new DomainError('payments.more_than_unallocated', params, 'allocations')
}
