import type { Trx } from '@concert/db/client'
import type { NewAllocation } from '@concert/db/payments'
import { insertPayment } from '@concert/db/payments'
import type { StoredInstalment } from '@concert/db/pledges'
import { addDays, type CalendarDate, compareDates } from '@concert/domain/calendar-date'
import { type ExchangeRate, fromUsdMinor, rateOn, toUsdMinor } from '@concert/domain/exchange-rate'
import type { Account } from '@concert/domain/journal/accounts'
import type { Carried, NewEntry } from '@concert/domain/journal/entry'
import { allocationEntry, receiptEntry } from '@concert/domain/journal/payment-entries'
import {
  announcementEntry,
  conditionalFormalisationEntry,
  conditionMetEntry,
  formalisationEntry,
  reductionEntry,
  withdrawalEntry,
} from '@concert/domain/journal/pledge-entries'
import { add, compare, type Money } from '@concert/domain/money'
import { changeReasons, reasons } from './fund-words.ts'
import type { Random } from './random.ts'

/** An entry that is still to be booked, with the allocation that it records. */
export interface Posting {
  entry: NewEntry
  allocation?: Omit<NewAllocation, 'entryNumber'>
}

export interface LivingPledge {
  id: string
  reference: string
  donorId: string
  announcedOn: CalendarDate
  amount: Money
  instalments: readonly StoredInstalment[]
}

export interface Surroundings {
  day: CalendarDate
  rates: readonly ExchangeRate[]
  /** Bank accounts by currency; USD is always among them. */
  accounts: ReadonlyMap<string, string>
}

/** What happens to an announced pledge until today: some stay promises, most are signed, paid and sometimes overdue. */
export async function liveOut(
  trx: Trx,
  random: Random,
  pledge: LivingPledge,
  around: Surroundings,
): Promise<Posting[]> {
  const { amount, announcedOn } = pledge
  const about = { pledgeId: pledge.id, donorId: pledge.donorId }
  const rate = (on: CalendarDate) => rateOn(around.rates, amount.currency, on)
  const postings: Posting[] = [{ entry: announcementEntry(about, amount, announcedOn, rate(announcedOn)) }]
  const chance = random.next()
  const decidedOn = addDays(announcedOn, random.integer(20, 240))
  const isToday = (on: CalendarDate) => compareDates(on, around.day) <= 0
  if (chance < 0.12 || !isToday(decidedOn)) return postings
  if (chance < 0.16) {
    const nothing = { amount: { ...amount, amountMinor: 0 }, usdMinor: 0 }
    const announced = balanceOf(postings, 'announced', amount.currency)
    const ground = { announced, conditional: nothing, receivable: nothing, notYetFormalised: amount }
    postings.push({ entry: withdrawalEntry(about, ground, decidedOn, reasons.withdrawn) })
    return postings
  }
  if (chance < 0.2) {
    const entry = conditionalFormalisationEntry(about, amount, decidedOn, rate(decidedOn), reasons.agreement)
    postings.push({ entry })
    const metOn = addDays(decidedOn, 120)
    if (chance < 0.18 || !isToday(metOn)) return postings
    const conditional = balanceOf(postings, 'conditional', amount.currency)
    const met = conditionMetEntry(about, amount, conditional, metOn, rate(metOn), changeReasons.conditionMet)
    postings.push({ entry: met })
    await payInstalments(trx, random, pledge, metOn, around, postings)
    return postings
  }
  if (chance >= 0.3) {
    const signed = random.chance(0.8) ? amount : { ...amount, amountMinor: Math.ceil(amount.amountMinor * 0.75) }
    postings.push({ entry: formalisationEntry(about, signed, decidedOn, rate(decidedOn), reasons.letters) })
  }
  const last = await payInstalments(trx, random, pledge, decidedOn, around, postings)
  const owed = balanceOf(postings, 'receivable', amount.currency)
  const reducedOn = addDays(last, 60)
  if (owed.amount.amountMinor > 0 && random.chance(0.15) && isToday(reducedOn)) {
    postings.push({ entry: reductionEntry(about, owed.amount, owed, reducedOn, reasons.reduced) })
  }
  return postings
}

async function payInstalments(
  trx: Trx,
  random: Random,
  pledge: LivingPledge,
  from: CalendarDate,
  around: Surroundings,
  postings: Posting[],
): Promise<CalendarDate> {
  const isFormalised = postings.length > 1
  let last = from
  for (const instalment of pledge.instalments) {
    const late = addDays(instalment.dueOn, random.integer(-15, 80))
    const receivedOn = compareDates(late, last) < 0 ? last : late
    if (compareDates(receivedOn, around.day) > 0 || random.chance(0.12)) return last
    const owed = balanceOf(postings, 'receivable', pledge.amount.currency).amount
    const settles = isFormalised && compare(instalment.amount, owed) > 0 ? owed : instalment.amount
    if (settles.amountMinor === 0) return last
    postings.push(...(await pay(trx, random, pledge, instalment, settles, receivedOn, around, postings)))
    last = receivedOn
  }
  return last
}

/** In the pledge's currency where the fund has an account in it, otherwise the dollars that it is worth. */
async function pay(
  trx: Trx,
  random: Random,
  pledge: LivingPledge,
  instalment: StoredInstalment,
  settles: Money,
  receivedOn: CalendarDate,
  { rates, accounts }: Surroundings,
  before: readonly Posting[],
): Promise<Posting[]> {
  const ownAccount = accounts.get(settles.currency)
  const currency = ownAccount === undefined ? 'USD' : settles.currency
  const bankAccountId = accounts.get(currency)
  if (bankAccountId === undefined) throw new RangeError('The demonstration has no account in dollars')
  const rate = rateOn(rates, currency, receivedOn)
  const pledgeRate = rateOn(rates, settles.currency, receivedOn)
  const used = currency === settles.currency ? settles : fromUsdMinor(toUsdMinor(settles, pledgeRate), currency, rate)
  const extra = random.chance(0.04) ? Math.ceil(used.amountMinor * 0.03) : 0
  const amount = { ...used, amountMinor: used.amountMinor + extra }
  const fee = { amountMinor: random.chance(0.2) ? Math.min(1500, amount.amountMinor - 1) : 0, currency }
  const { donorId, id: pledgeId } = pledge
  const { id: instalmentId } = instalment
  const { id: paymentId } = await insertPayment(trx, {
    donorId,
    receivedOn,
    amount,
    fee,
    bankAccountId,
    bankReference: `EXAMPLE ${pledge.reference} ${instalment.position}`,
    document: null,
    lookAlikeReason: null,
  })
  const receipt = receiptEntry({ about: { paymentId, donorId, bankAccountId }, amount, fee, receivedOn }, rate)
  const announced = balanceOf(before, 'announced', settles.currency).amount
  const formalised = balanceOf(before, 'pledge_income', settles.currency).amount
  const unallocated = balanceOf([{ entry: receipt }], 'unallocated', currency)
  const entry = allocationEntry(
    { about: { pledgeId, donorId, paymentId, instalmentId }, amount: used, settles, allocatedOn: receivedOn },
    {
      unallocated: { amount, usdMinor: -unallocated.usdMinor },
      receivable: balanceOf(before, 'receivable', settles.currency),
      conditional: balanceOf(before, 'conditional', settles.currency),
      notYetFormalised: add(announced, formalised),
      rate: () => pledgeRate,
    },
  )
  const amounts = { amountMinor: used.amountMinor, settledMinor: settles.amountMinor }
  const allocation = { paymentId, pledgeId, instalmentId, ...amounts, allocatedOn: receivedOn }
  return [{ entry: receipt }, { entry, allocation }]
}

/** What an account holds of one pledge after these postings. */
function balanceOf(postings: readonly Posting[], account: Account, currency: string): Carried {
  const lines = postings.flatMap(({ entry }) => entry.lines).filter((line) => line.account === account)
  return lines.reduce<Carried>(
    (sum, line) => ({ amount: add(sum.amount, line.amount), usdMinor: sum.usdMinor + line.usdMinor }),
    { amount: { amountMinor: 0, currency }, usdMinor: 0 },
  )
}
