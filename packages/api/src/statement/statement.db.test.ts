import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import { addDays } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { Account, EntryKind } from '@concert/domain/journal/accounts'
import { type PledgeSums, type StatementCell, statementOf } from '@concert/domain/statement'
import { TRPCError } from '@trpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, secretName } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'

const world = await aWorld()
const { fundManager, anyone, db } = world
const fund = await aFund(world)
const locale = 'en' as const
const meetings = await anyone.meetings.list()

interface BookedLine {
  number: number
  kind: EntryKind
  on: string
  account: Account
  usdMinor: number
  donor: string | null
  meeting: string | null
}

/** Every line of the journal with what a statement asks of it. */
async function bookedLines(): Promise<BookedLine[]> {
  const { rows } = await sql<BookedLine>`
    select e.number, coalesce(o.kind, e.kind) as kind, e.value_date as "on", l.account, l.usd_minor as "usdMinor",
      case when l.pledge_id is null then null when d.anonymous then 'anonymous' else d.id::text end as donor,
      case when l.pledge_id is null then null else coalesce(m.slug, 'none') end as meeting
    from journal_line l join journal_entry e on e.number = l.entry_number
    left join journal_entry o on o.number = e.reverses left join pledge p on p.id = l.pledge_id
    left join donor d on d.id = p.donor_id left join meeting m on m.id = p.meeting_id`.execute(db)
  return rows
}

function naiveStatement(lines: readonly BookedLine[], from: string, until: string, asOfEntry: number) {
  const cells: StatementCell[] = lines
    .filter(({ number, on }) => number <= asOfEntry && on <= until)
    .map(({ kind, account, on, usdMinor }) =>
      on < from
        ? { kind, account, beforeUsd: usdMinor, withinUsd: 0 }
        : { kind, account, beforeUsd: 0, withinUsd: usdMinor },
    )
  return statementOf({ from, until, asOfEntry }, cells)
}

function naiveSums(
  lines: readonly BookedLine[],
  by: 'donor' | 'meeting',
  from: string,
  until: string,
  asOfEntry: number,
) {
  const sums = new Map<string, PledgeSums>()
  for (const { number, on, account, usdMinor, [by]: key } of lines) {
    if (key === null || number > asOfEntry || on > until) continue
    const row = sums.get(key) ?? { announcedUsd: 0, formalisedUsd: 0, receivedUsd: 0, outstandingUsd: 0 }
    if (on >= from && account === 'announced') row.announcedUsd += usdMinor
    if (on >= from && account === 'pledge_income') row.formalisedUsd -= usdMinor
    if (on >= from && account === 'unallocated') row.receivedUsd += usdMinor
    if (account === 'receivable') row.outstandingUsd += usdMinor
    sums.set(key, row)
  }
  return Object.fromEntries([...sums].filter(([, row]) => Object.values(row).some((usd) => usd !== 0)))
}

const sumsOf = ({ announcedUsd, formalisedUsd, receivedUsd, outstandingUsd }: PledgeSums) => ({
  announcedUsd,
  formalisedUsd,
  receivedUsd,
  outstandingUsd,
})

const pledges: { id: string; on: string; amount: { amountMinor: number; currency: string } }[] = []
const payments: { reference: string }[] = []
const firstDay = '2026-08-15'
const dayAt = (offset: number) => addDays(firstDay, offset)

const booking = fc.record({
  do: fc.constantFrom('announce', 'formalise', 'receive', 'undo'),
  offset: fc.integer({ min: 0, max: 95 }),
  currency: fc.constantFrom('USD', 'EUR'),
  minor: fc.integer({ min: 1, max: 10 ** 9 }),
  which: fc.nat(1000),
})
type Booking = typeof booking extends fc.Arbitrary<infer One> ? One : never

async function book({ do: what, offset, currency, minor, which }: Booking): Promise<void> {
  const donorId = [fund.donorId, fund.otherDonorId, fund.anonymousId][which % 3] ?? fund.donorId
  const amount = { amountMinor: minor, currency }
  const pledge = pledges[which % Math.max(1, pledges.length)]
  if (what === 'announce') {
    const meetingId = which % 4 === 0 ? null : (meetings[which % meetings.length]?.id ?? null)
    const announcement = anAnnouncement({ donorId, amount, meetingId, announcedOn: dayAt(offset) })
    pledges.push({ ...(await fundManager.pledges.announce(announcement)), on: dayAt(offset), amount })
  } else if (what === 'formalise' && pledge) {
    const whole = { pledgeId: pledge.id, amount: pledge.amount, conditional: which % 5 === 0, instalments: null }
    const evidence = { formalisedOn: dayAt(offset), evidence: 'Letters', idempotencyKey: randomUUID() }
    await fundManager.pledges.formalise({ ...whole, ...evidence })
  } else if (what === 'receive') {
    const part = { amountMinor: Math.ceil(minor / 3), currency }
    const bankAccountId = currency === 'USD' ? fund.dollars : fund.euros
    const allocations = pledge ? [allOf(pledge.id, part)] : []
    const fee = { amountMinor: Math.floor(minor / 100), currency }
    const payment = aPayment({ donorId, bankAccountId, amount, fee, receivedOn: dayAt(offset), allocations })
    payments.push(await fundManager.payments.record(payment))
  } else if (what === 'undo' && payments.length > 0) {
    const { reference } = payments[which % payments.length] ?? { reference: '' }
    const { allocations } = await fundManager.payments.story({ reference, locale })
    const allocation = allocations.find(({ undone }) => !undone)
    if (!allocation) return
    const undoing = { allocationId: allocation.id, reason: 'Test', idempotencyKey: randomUUID() }
    await fundManager.payments.undoAllocation(undoing)
  }
}

async function bookOrBeRefused(one: Booking): Promise<void> {
  try {
    await book(one)
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof DomainError)) throw error
  }
}

test('a statement of any period as of any entry is the sum of the lines, and later bookings do not change it', {
  timeout: 120_000,
}, async () => {
  const cut = fc.record({
    a: fc.integer({ min: -20, max: 130 }),
    b: fc.integer({ min: -20, max: 130 }),
    share: fc.nat(100),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(booking, { minLength: 5, maxLength: 12 }), cut, async (bookings, { a, b, share }) => {
      for (const one of bookings) await bookOrBeRefused(one)
      const lines = await bookedLines()
      const last = Math.max(0, ...lines.map(({ number }) => number))
      const [from, until] = [dayAt(Math.min(a, b)), dayAt(Math.max(a, b))]
      const asOfEntry = Math.floor((last * share) / 100)
      const period = { from, until, asOfEntry }

      const statement = await fundManager.statement.show(period)
      expect(statement).toMatchObject(naiveStatement(lines, from, until, asOfEntry))
      expect(statement.differenceUsd).toBe(0)
      const breakdowns = await fundManager.statement.breakdowns({ ...period, locale })
      const donors = breakdowns.byDonor.map(({ id, ...row }) => [id ?? 'anonymous', sumsOf(row)])
      expect(Object.fromEntries(donors)).toEqual(naiveSums(lines, 'donor', from, until, asOfEntry))
      const gathered = breakdowns.byMeeting.map(({ slug, ...row }) => [slug ?? 'none', sumsOf(row)])
      expect(Object.fromEntries(gathered)).toEqual(naiveSums(lines, 'meeting', from, until, asOfEntry))
      expect(breakdowns.totals.outstandingUsd).toBe(
        statement.standing.find(({ id }) => id === 'receivable')?.closingUsd,
      )
      expect(breakdowns.byYear.at(-1)?.outstandingUsd ?? 0).toBe(breakdowns.totals.outstandingUsd)
      for (const key of ['announcedUsd', 'formalisedUsd', 'receivedUsd'] as const) {
        expect(breakdowns.byYear.reduce((sum, row) => sum + row[key], 0)).toBe(breakdowns.totals[key])
        expect(breakdowns.byMeeting.reduce((sum, row) => sum + row[key], 0)).toBe(breakdowns.totals[key])
      }

      await bookOrBeRefused({ do: 'announce', offset: 3, currency: 'USD', minor: 12_345, which: share })
      await bookOrBeRefused({ do: 'receive', offset: 3, currency: 'EUR', minor: 54_321, which: share })
      const again = await fundManager.statement.show(period)
      expect({ ...again, isNewest: statement.isNewest }).toEqual(statement)
      expect(await fundManager.statement.breakdowns({ ...period, locale })).toEqual(breakdowns)
    }),
    { numRuns: 20 },
  )
})

test('a period opens with what the one before it closed with', async () => {
  const first = await fundManager.statement.show({ from: '2026-01-01', until: '2026-09-14' })
  const next = await fundManager.statement.show({ from: '2026-09-15', until: '2026-12-31' })
  expect(next.fund.openingUsd).toBe(first.fund.closingUsd)
  expect(next.cash.openingUsd).toBe(first.cash.closingUsd)
})

test('refuses an entry that is not booked yet, and a period that ends before it begins', async () => {
  const future = fundManager.statement.show({ from: '2026-01-01', until: '2026-12-31', asOfEntry: 999_999 })
  await expect(future).rejects.toMatchObject({ cause: { code: 'statement.as_of_unknown' } })
  const backwards = fundManager.statement.show({ from: '2026-12-31', until: '2026-01-01' })
  await expect(backwards).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('anyone reads a calendar year in totals that are those of the books, and no name', async () => {
  const year = await anyone.statement.year({ year: 2026 })
  const books = await fundManager.statement.show({ from: '2026-01-01', until: '2026-12-31' })
  expect(year.fund).toMatchObject({ openingUsd: books.fund.openingUsd, closingUsd: books.fund.closingUsd })
  expect(year.fund.movements.reduce((sum, { usdMinor }) => sum + usdMinor, year.fund.openingUsd)).toBe(
    year.fund.closingUsd,
  )
  expect(year).toMatchObject({ asOfEntry: books.asOfEntry, years: [2026] })
  expect(JSON.stringify(year)).not.toContain('receivable')
})

test('what a fund manager may print names no anonymous donor', async () => {
  const breakdowns = await fundManager.statement.breakdowns({ from: '2026-01-01', until: '2026-12-31', locale })
  expect(JSON.stringify(breakdowns)).not.toContain(secretName)
  expect(breakdowns.byDonor.map(({ name }) => name)).toEqual(['Donor State A', 'Donor State B', null])
})
