import type { Trx } from '@concert/db/client'
import { findDailyBalances } from '@concert/db/fund-reserve'
import { insertGrantCall } from '@concert/db/grant-calls'
import { insertGrantee } from '@concert/db/grantees'
import { insertGrant, updateAdvice, updateDecision } from '@concert/db/grants'
import { upsertRates } from '@concert/db/rates'
import { addDays, type CalendarDate, compareDates, yearOf } from '@concert/domain/calendar-date'
import { aidKinds, type GranteeKind, type GrantVisibility } from '@concert/domain/codelists'
import { type ExchangeRate, fromUsdMinor, rateOn } from '@concert/domain/exchange-rate'
import { awardableOn } from '@concert/domain/grant-cap'
import type { Money } from '@concert/domain/money'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { awarding } from '../grants/award-grant.ts'
import { publishGrants } from '../grants/publish-grants.ts'
import { getRateOn } from '../journal/booking.ts'
import { inventRates } from './fund-rates.ts'
import { callTitleOf, granteeNamesOf, grantTitles, grantWords } from './grant-words.ts'
import { awardAndPay } from './grants-paid.ts'
import { ask, findOfficers, idempotencyKey, type Officers } from './officers.ts'
import type { Random } from './random.ts'

const callYears = [2019, 2020, 2021, 2023, 2024, 2026] as const
const grantsPerCall = 7
const granteeKinds: readonly GranteeKind[] = [
  'non_governmental',
  'non_governmental',
  'governmental',
  'intergovernmental',
]
const granteeCount = 20
const countries = ['404', '566', '686', '524', '050', '360', '320', '604', '642', '498', '400', '818', '800', '116']
// Near the usual size of each currency, and invented from there.
const localCurrencies = { KES: 104, NPR: 112 }
const farEnough = 120

/** Six invented calls and what became of the applications that went forward, affordable by the invented fund. */
export async function seedDemoGrants(trx: Trx, system: Context, random: Random): Promise<void> {
  const officers = await findOfficers(trx, system)
  const rates = inventRates(random, officers.day, localCurrencies)
  await upsertRates(trx, rates)
  const grantees = await inventGrantees(trx, random)
  let grants = 0
  for (const [index, year] of callYears.entries()) {
    const call = await inventCall(trx, random, index + 1, year, officers.day)
    for (let position = 0; position < grantsPerCall; position += 1) {
      const { place, id: granteeId } = random.pick(grantees)
      const proposal = { callId: call.id, granteeId, place, proposedOn: addDays(call.closedOn, 30), position }
      await liveOut(trx, random, officers, proposal, rates)
      grants += 1
    }
  }
  await publishGrants(trx)
  const values = { calls: callYears.length, grantees: grantees.length, grants }
  await recordAudit(trx, system, 'demonstration.grants_invented', { type: 'demonstration', id: 'grants' }, values)
}

async function inventGrantees(trx: Trx, random: Random): Promise<{ id: string; place: string }[]> {
  const grantees: { id: string; place: string }[] = []
  for (let index = 0; index < granteeCount; index += 1) {
    const kind = granteeKinds[index % granteeKinds.length] ?? 'non_governmental'
    const names = granteeNamesOf(kind, String.fromCharCode(65 + index))
    const place = random.pick(countries)
    grantees.push({ id: await insertGrantee(trx, { kind, names, placeCode: place }), place })
  }
  return grantees
}

async function inventCall(trx: Trx, random: Random, number: number, year: number, day: CalendarDate) {
  const openedOn = `${year}-01-15`
  const closedOn = addDays(openedOn, 60)
  const received = random.integer(90, 270)
  const eligible = Math.floor(received / 2)
  const decidedOn = addDays(closedOn, 110)
  const id = await insertGrantCall(trx, {
    cycle: String(number),
    title: callTitleOf(number),
    year: yearOf(openedOn),
    openedOn,
    closedOn,
    theme: number % 2 === 0 ? grantWords.theme : null,
    received,
    eligible,
    shortlisted: random.integer(15, 30),
    boardAdvisedOn: addDays(closedOn, 80),
    decidedOn: compareDates(decidedOn, day) <= 0 ? decidedOn : null,
    source: grantWords.source,
  })
  return { id, closedOn }
}

interface Proposed {
  callId: string
  granteeId: string
  place: string
  proposedOn: CalendarDate
  position: number
}

/** Proposed, advised, declined, approved, or awarded and paid as far as time and money went. */
async function liveOut(
  trx: Trx,
  random: Random,
  officers: Officers,
  { callId, granteeId, place, proposedOn, position }: Proposed,
  rates: readonly ExchangeRate[],
): Promise<void> {
  const kinds = random.some(aidKinds, random.chance(0.3) ? 2 : 1)
  const visibility = visibilityOf(random)
  const currency = await currencyOf(trx, random, place, proposedOn)
  const amount = await roundAmount(trx, random, currency, proposedOn, rates)
  const { id, reference } = await insertGrant(trx, {
    callId,
    granteeId,
    placeCode: place,
    aidKinds: kinds,
    title: random.pick(grantTitles[kinds[0] ?? 'humanitarian']),
    amount,
    proposedOn,
    from: addDays(proposedOn, farEnough),
    until: addDays(proposedOn, farEnough + 540),
    visibility,
    doNoHarmNote: visibility === 'public' ? null : grantWords.harm,
  })
  const isLatest = compareDates(proposedOn, addDays(officers.day, -400)) > 0
  if (isLatest && position === 0) return
  const advice = position === 1 ? ('not_recommended' as const) : ('recommended' as const)
  await updateAdvice(trx, id, { advice, on: addDays(proposedOn, 50), note: null })
  if (isLatest && position === 2) return
  const decidedOn = addDays(proposedOn, 80)
  if (advice === 'not_recommended') {
    const note = grantWords.declined
    await updateDecision(trx, id, { decision: 'declined', on: decidedOn, amount: null, note })
    return
  }
  await updateDecision(trx, id, { decision: 'approved', on: decidedOn, amount, note: null })
  const on = addDays(decidedOn, random.integer(15, 40))
  if (isLatest && position === 3) return
  const payload = { grantId: id, on, amount, instalments: [], reason: grantWords.agreement, idempotencyKey }
  const subject = { type: 'grant' as const, id, reference }
  if (isLatest && position === 4) {
    await ask(trx, officers.first, { action: awarding, subject, amount, payload })
    return
  }
  // The last one of each call is paid late, so that the youngest call has one of which nothing is paid.
  const firstDueOn = addDays(on, position === grantsPerCall - 1 ? 240 : 20)
  if (await isFree(trx, amount, on)) await awardAndPay(trx, random, officers, { subject, amount, on, firstDueOn })
}

function visibilityOf(random: Random): GrantVisibility {
  const chance = random.next()
  if (chance < 0.62) return 'public'
  return chance < 0.82 ? 'region_only' : 'withheld'
}

/** Most grants are in dollars, some in the currency of an account or of the country. */
async function currencyOf(trx: Trx, random: Random, place: string, on: CalendarDate): Promise<string> {
  if (place === '404' && random.chance(0.6)) return 'KES'
  if (!random.chance(0.12)) return 'USD'
  return (await getRateOn(trx, 'EUR', on)).currency
}

async function roundAmount(
  trx: Trx,
  random: Random,
  currency: string,
  on: CalendarDate,
  rates: readonly ExchangeRate[],
): Promise<Money> {
  const usdMinor = random.integer(20, 60) * 100_000
  const rate = rates.some((one) => one.currency === currency)
    ? rateOn(rates, currency, on)
    : await getRateOn(trx, currency, on)
  const { amountMinor } = fromUsdMinor(usdMinor, currency, rate)
  return { amountMinor: amountMinor - (amountMinor % 100_000), currency }
}

async function isFree(trx: Trx, amount: Money, on: CalendarDate): Promise<boolean> {
  const free = awardableOn(await findDailyBalances(trx, on), [], on)
  const rate = await getRateOn(trx, amount.currency, on)
  return free.usdMinor > fromDollars(amount, rate)
}

/** A little more than what the award is worth, so that a difference of exchange does not matter. */
function fromDollars(amount: Money, rate: ExchangeRate): number {
  const oneDollar = fromUsdMinor(100, amount.currency, rate)
  return Math.ceil((amount.amountMinor / oneDollar.amountMinor) * 105)
}
