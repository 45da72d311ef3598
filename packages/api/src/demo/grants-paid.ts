import type { Trx } from '@concert/db/client'
import { upsertGrantReport } from '@concert/db/grant-reports'
import { getGrant, replacePlan } from '@concert/db/grants'
import { postEntry } from '@concert/db/journal'
import { decideSignature } from '@concert/db/signatures'
import { findAccountHoldings, getAccountGround } from '@concert/db/treasury'
import { addDays, type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { fromUsdMinor, toUsdMinor } from '@concert/domain/exchange-rate'
import type { PeopleCell } from '@concert/domain/grant'
import { awardEntry, cutEntry, disbursementEntry, granteeRefundEntry } from '@concert/domain/journal/grant-entries'
import type { Money } from '@concert/domain/money'
import { type Instalment, scheduleOf } from '@concert/domain/schedule'
import type { SecondSignature } from '@concert/domain/second-signature'
import { awarding } from '../grants/award-grant.ts'
import { bookingOf, getRateOn } from '../journal/booking.ts'
import { grantWords } from './grant-words.ts'
import { ask, idempotencyKey, type Officers } from './officers.ts'
import type { Random } from './random.ts'

interface Awarded {
  subject: SecondSignature['subject']
  amount: Money
  on: CalendarDate
  firstDueOn: CalendarDate
}

/** Awarded by two officers, paid by instalments until today, sometimes cut or refunded, and reported on. */
export async function awardAndPay(trx: Trx, random: Random, officers: Officers, awarded: Awarded): Promise<void> {
  const { subject, amount, on, firstDueOn } = awarded
  const { id } = subject
  const { first, second, day } = officers
  const plan = scheduleOf({ amount, count: random.integer(2, 3), every: 'half_year', from: firstDueOn })
  const payload = { grantId: id, on, amount, instalments: plan, reason: grantWords.agreement, idempotencyKey }
  const signatureId = await ask(trx, first, { action: awarding, subject, amount, payload })
  await decideSignature(trx, signatureId, { state: 'confirmed', by: second, note: null })
  await replacePlan(trx, id, plan)
  const rate = await getRateOn(trx, amount.currency, on)
  const entry = awardEntry({ grantId: id }, amount, on, rate, grantWords.agreement)
  await postEntry(trx, { ...bookingOf(second.ctx, null), signatureId }, entry)

  const due = plan.filter(({ dueOn }) => compareDates(addDays(dueOn, 10), day) <= 0)
  const paid = random.chance(0.12) ? due.slice(0, -1) : due
  for (const instalment of paid) {
    await disburse(trx, officers, id, instalment)
    await report(trx, random, id, addDays(instalment.dueOn, 150), day)
  }
  if (paid.length === plan.length && random.chance(0.15)) await refund(trx, officers, id, amount)
  if (paid.length > 0 && paid.length < plan.length && random.chance(0.3)) await cutRest(trx, officers, id)
}

async function disburse(trx: Trx, { first }: Officers, id: string, { dueOn, amount }: Instalment): Promise<void> {
  const on = addDays(dueOn, 8)
  const { carried } = await getGrant(trx, id)
  const account = await accountFor(trx, amount.currency)
  const { currency } = account.holds.amount
  const rate = await getRateOn(trx, currency, on)
  const worth = toUsdMinor(amount, await getRateOn(trx, amount.currency, on))
  const fee = Math.floor(worth / 200)
  const left = currency === amount.currency ? amount : fromUsdMinor(worth + fee, currency, rate)
  const document = `EXAMPLE ${dueOn}`
  const disbursement = { about: { grantId: id }, amount, left, on, document }
  await postEntry(trx, bookingOf(first.ctx, null), disbursementEntry(disbursement, carried.payable, account, rate))
}

/** A tenth of a euro or dollar grant comes back unspent. */
async function refund(trx: Trx, { first, day }: Officers, id: string, amount: Money): Promise<void> {
  const account = await accountFor(trx, amount.currency)
  if (account.holds.amount.currency !== amount.currency) return
  const on = addDays(day, -12)
  const back = { ...amount, amountMinor: Math.floor(amount.amountMinor / 10) }
  const rate = await getRateOn(trx, amount.currency, on)
  const came = { about: { grantId: id }, amount: back, came: back, on, document: 'EXAMPLE refund' }
  await postEntry(trx, bookingOf(first.ctx, null), granteeRefundEntry(came, amount, account.bankAccountId, rate))
}

async function cutRest(trx: Trx, { first, day }: Officers, id: string): Promise<void> {
  const { carried } = await getGrant(trx, id)
  const { payable } = carried
  const entry = cutEntry({ grantId: id }, payable.amount, payable, addDays(day, -15), grantWords.cut)
  await postEntry(trx, bookingOf(first.ctx, null), entry)
}

async function accountFor(trx: Trx, currency: string) {
  const accounts = await findAccountHoldings(trx)
  const account = accounts.find((one) => one.currency === currency) ?? accounts.find((one) => one.currency === 'USD')
  if (!account) throw new RangeError('The demonstration has no account in dollars')
  return getAccountGround(trx, account.id)
}

async function report(
  trx: Trx,
  random: Random,
  grantId: string,
  dueOn: CalendarDate,
  day: CalendarDate,
): Promise<void> {
  const isReceived = compareDates(addDays(dueOn, 20), day) <= 0 && random.chance(0.85)
  const people: PeopleCell[] = isReceived
    ? [
        { sex: 'female', ageGroup: 'adult', form: 'SEXUAL', people: random.integer(12, 90) },
        { sex: 'male', ageGroup: 'adult', form: 'LABOUR', people: random.integer(11, 60) },
        { sex: 'female', ageGroup: 'child', form: 'MIXED', people: random.integer(11, 30) },
        { sex: 'unknown', ageGroup: 'unknown', form: 'UNKNOWN', people: random.integer(1, 9) },
      ]
    : []
  await upsertGrantReport(trx, {
    grantId,
    kind: 'narrative',
    dueOn,
    receivedOn: isReceived ? addDays(dueOn, random.integer(-5, 20)) : null,
    accepted: isReceived && random.chance(0.8),
    assisted: isReceived ? people.reduce((sum, cell) => sum + cell.people, 0) : null,
    people,
  })
}
