import type { Trx } from '@concert/db/client'
import { insertDonor } from '@concert/db/donors'
import { postEntries } from '@concert/db/journal'
import { replaceMeetingRates } from '@concert/db/meeting-rates'
import { findMeetings } from '@concert/db/meetings'
import { insertAllocations, insertBankAccount } from '@concert/db/payments'
import { findInstalments, insertPledge } from '@concert/db/pledges'
import { upsertRates } from '@concert/db/rates'
import { addDays, type CalendarDate, compareDates, daysBetween, today } from '@concert/domain/calendar-date'
import { type DonorKind, earmarkings } from '@concert/domain/codelists'
import { decimalsOf } from '@concert/domain/currencies'
import { type ExchangeRate, fromUsdMinor, rateOn } from '@concert/domain/exchange-rate'
import type { Money } from '@concert/domain/money'
import type { PledgeAnnouncement } from '@concert/domain/pledge'
import { intervals, scheduleOf } from '@concert/domain/schedule'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookingOf } from '../journal/booking.ts'
import { liveOut, type Posting } from './fund-lives.ts'
import { demoCurrencies, inventRates, meetingRatesOf } from './fund-rates.ts'
import { agencyOrEmbassyOf, namesOf, reasons } from './fund-words.ts'
import type { Random } from './random.ts'

const pledgeCount = 300
const firstDay = '2017-01-10'

// How many of each kind, and what they announce at least and at most, in thousands of US dollars.
const donorKinds: readonly { kind: DonorKind; count: number; least: number; most: number }[] = [
  { kind: 'GOV', count: 26, least: 20, most: 900 },
  { kind: 'FOUND', count: 12, least: 10, most: 250 },
  { kind: 'PRIV', count: 10, least: 5, most: 120 },
  { kind: 'NGO', count: 4, least: 2, most: 30 },
  { kind: 'IND', count: 8, least: 1, most: 8 },
]

interface DemoDonor {
  id: string
  currency: string
  least: number
  most: number
}

/** Sixty invented donors and what they announced, signed and paid since 2017, booked as officers would have. */
export async function seedDemoFund(trx: Trx, system: Context, random: Random): Promise<void> {
  const day = today(system.now())
  const rates = inventRates(random, day)
  await upsertRates(trx, rates)
  const accounts = new Map<string, string>()
  for (const currency of ['USD', 'EUR', 'GBP']) {
    accounts.set(currency, await insertBankAccount(trx, { name: `Example account ${currency}`, currency }))
  }
  const donors = await inventDonors(trx, random)
  const meetings = (await findMeetings(trx)).flatMap(({ id, startsOn }) =>
    startsOn !== null && compareDates(startsOn, firstDay) > 0 && compareDates(startsOn, day) <= 0
      ? [{ id, startsOn }]
      : [],
  )
  for (const { id, startsOn } of meetings) {
    await replaceMeetingRates(trx, id, meetingRatesOf(rates, startsOn), {
      id: null,
      name: system.actor.kind === 'system' ? system.actor.name : '',
    })
  }

  const postings: Posting[] = []
  for (let index = 0; index < pledgeCount; index += 1) {
    const announcement = announce(random, random.pick(donors), meetings, rates, day)
    const { id, reference, donorId, announcedOn } = await insertPledge(trx, announcement)
    if (announcement.kind !== 'money') continue
    const { amount } = announcement
    const instalments = await findInstalments(trx, id)
    const pledge = { id, reference, donorId, announcedOn, amount, instalments }
    postings.push(...(await liveOut(trx, random, pledge, { day, rates, accounts })))
  }
  await book(trx, system, postings)
  const values = { donors: donors.length, pledges: pledgeCount, entries: postings.length }
  await recordAudit(trx, system, 'demonstration.fund_invented', { type: 'demonstration', id: 'fund' }, values)
}

async function book(trx: Trx, system: Context, postings: readonly Posting[]): Promise<void> {
  const inOrder = postings.toSorted((a, b) => compareDates(a.entry.valueDate, b.entry.valueDate))
  const numbers = await postEntries(
    trx,
    bookingOf(system, null),
    inOrder.map(({ entry }) => entry),
  )
  const allocations = inOrder.flatMap(({ allocation }, index) => {
    const entryNumber = numbers[index]
    return allocation && entryNumber !== undefined ? [{ ...allocation, entryNumber }] : []
  })
  await insertAllocations(trx, allocations)
}

async function inventDonors(trx: Trx, random: Random): Promise<DemoDonor[]> {
  const donors: DemoDonor[] = []
  for (const { kind, count, least, most } of donorKinds) {
    for (let index = 0; index < count; index += 1) {
      const mark = kind === 'GOV' ? String.fromCharCode(65 + index) : String(index + 1)
      const names = namesOf(kind, mark)
      if (kind === 'GOV' && index % 3 === 0) names.push(agencyOrEmbassyOf(mark, index % 2 === 0))
      const anonymous = kind === 'IND' || (kind !== 'GOV' && index % 6 === 5)
      const id = await insertDonor(trx, { kind, names, placeCode: null, anonymous })
      donors.push({ id, currency: random.chance(0.3) ? 'USD' : random.pick(demoCurrencies), least, most })
    }
  }
  return donors
}

function announce(
  random: Random,
  donor: DemoDonor,
  meetings: readonly { id: string; startsOn: CalendarDate }[],
  rates: readonly ExchangeRate[],
  day: CalendarDate,
): PledgeAnnouncement {
  const meeting = meetings.length > 0 && random.chance(0.45) ? random.pick(meetings) : undefined
  const announcedOn = meeting?.startsOn ?? addDays(firstDay, random.integer(0, daysBetween(firstDay, day)))
  const common = {
    donorId: donor.id,
    announcedOn,
    meetingId: meeting?.id ?? null,
    earmarking: random.pick(earmarkings),
    earmarkingNote: null,
    // Not a request: the demonstration is written once, whole.
    idempotencyKey: '00000000-0000-4000-8000-000000000000',
  }
  const chance = random.next()
  if (chance < 0.04) return { ...common, kind: 'policy', description: random.pick(reasons.policy) }
  if (chance < 0.1) {
    const valuation = { amountMinor: random.integer(2, 40) * 100_000, currency: 'USD' }
    return {
      ...common,
      kind: 'in_kind',
      description: random.pick(reasons.inKind),
      valuation,
      valuedBy: 'Example valuer',
    }
  }
  const amount = someMoney(random, donor, rateOn(rates, donor.currency, announcedOn))
  const every = random.pick(intervals)
  const count = every === 'month' ? 1 : random.integer(1, 4)
  const instalments = scheduleOf({ amount, count, every, from: addDays(announcedOn, random.integer(60, 300)) })
  const kind = random.chance(0.1) ? ('approval' as const) : ('none' as const)
  const condition = { kind, matchPercent: null, note: null }
  return { ...common, kind: 'money', amount, condition, instalments }
}

/** A round amount, as donors announce them. */
function someMoney(random: Random, { currency, least, most }: DemoDonor, rate: ExchangeRate): Money {
  const usdMinor = random.integer(least, most) * 100_000
  const { amountMinor } = fromUsdMinor(usdMinor, currency, rate)
  const unit = 10 ** decimalsOf(currency)
  const step = 10 ** Math.max(0, String(Math.floor(amountMinor / unit)).length - 2) * unit
  return { amountMinor: Math.max(step, Math.round(amountMinor / step) * step), currency }
}
