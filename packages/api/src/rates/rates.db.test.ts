import { randomUUID } from 'node:crypto'
import { sql } from '@concert/db/testing/sql'
import type { RateImport } from '@concert/domain/rate-import'
import { expect, test } from 'vitest'
import { aFund, allOf, anAnnouncement, aPayment, eur, usd } from '../../testing/fund.ts'
import { aWorld } from '../../testing/world.ts'
import { previewMeetingRates } from './preview-meeting-rates.ts'
import { previewRateFile } from './preview-rate-file.ts'

const world = await aWorld()
const { fundManager, anyone, db } = world
const fund = await aFund(world)
const ctx = world.contextOf({ kind: 'system', name: 'test' })

async function auditedAs(action: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ values: string }>`
    select v.values from audit_row r join audit_value v on v.audit_id = r.id where r.action = ${action} order by r.id`.execute(
    db,
  )
  return rows.map(({ values }) => JSON.parse(values))
}

const header = 'currency,units per US dollar,effective from,source'
const fileOf = (...lines: string[]) => ({
  name: 'rates.csv',
  bytes: new TextEncoder().encode([header, ...lines].join('\n')),
})
const preview = (...lines: string[]) => previewRateFile(ctx, fileOf(...lines))

async function asked(lines: string[], over: Partial<RateImport> = {}): Promise<RateImport> {
  const { fileName, rates } = await preview(...lines)
  const file = rates.map(({ line, currency, on, unitsPerUsd, source }) => ({ line, currency, on, unitsPerUsd, source }))
  return { fileName, rates: file, confirmed: [], reason: null, idempotencyKey: randomUUID(), ...over }
}

test('shows what a file would do, without doing it, then does it once', async () => {
  const lines = ['EUR,0.80,2026-10-01,Test', 'EUR,0.81,2026-11-01,UN', 'GBP,0.75,2026-11-01,UN']
  expect(await preview(...lines)).toMatchObject({
    refusedCells: 0,
    rates: [
      { line: 2, standing: 'same' },
      { line: 3, standing: 'new', before: { on: '2026-10-01', unitsPerUsd: '0.80' } },
      { line: 4, standing: 'new', before: null },
    ],
  })
  expect((await fundManager.rates.list({ currency: 'GBP' })).total).toBe(0)
  const input = await asked(lines)
  expect(await fundManager.rates.import(input)).toEqual({ new: 2, changed: 0, same: 1 })
  expect(await fundManager.rates.import(input)).toEqual({ new: 2, changed: 0, same: 1 })
  expect((await fundManager.rates.list({ currency: 'EUR' })).rows[0]).toMatchObject({ unitsPerUsd: '0.81' })
  expect(await auditedAs('rates.imported')).toHaveLength(1)
})

test('refuses what a cell or a line has, and then shows no rate to confirm', async () => {
  const { rates, refusals } = await preview(
    'EUR,"0,92",2026-11-01,UN',
    'EUR,0,01/02/2026,UN',
    'EUR,1e3,2026-11-01,UN',
    'EUR,-1,2026-11-01,',
  )
  expect(rates).toEqual([])
  expect(refusals).toMatchObject([
    { line: 2, column: 'units per US dollar', code: 'fund.rate_unreadable' },
    { line: 3, column: 'units per US dollar', code: 'fund.rate_unreadable' },
    { line: 3, column: 'effective from', code: 'sheets.date_two_ways' },
    { line: 4, column: 'units per US dollar', code: 'fund.rate_unreadable' },
    { line: 5, column: 'units per US dollar', code: 'fund.rate_unreadable' },
    { line: 5, column: 'source', code: 'sheets.cell_missing' },
  ])
})

test('refuses a gap against what is kept, in the preview and again when it is confirmed', async () => {
  const lines = ['JPY,150,2026-11-23,UN']
  expect((await preview(...lines)).refusals).toMatchObject([
    { line: 2, code: 'rates.gap', params: { currency: 'JPY', from: '2026-09-02', to: '2026-11-22', days: 83 } },
  ])
  const confirmed = fundManager.rates.import(await asked(lines))
  await expect(confirmed).rejects.toMatchObject({
    cause: { code: 'rates.file_refused', params: { line: 2, count: 1 } },
  })
})

test('takes a flagged rate of a file only with its tick and a reason, and keeps both', async () => {
  const lines = ['CHF,1,2026-11-01,UN', 'CHF,1.5,2026-11-15,UN']
  expect((await preview(...lines)).rates.map(({ flags }) => flags)).toEqual([['one'], ['jump']])
  const one = [{ line: 2, flag: 'one' as const }]
  const both = [...one, { line: 3, flag: 'jump' as const }]
  const importing = async (over: Partial<RateImport>) => fundManager.rates.import(await asked(lines, over))
  await expect(importing({ confirmed: one, reason: 'Checked' })).rejects.toMatchObject({
    cause: { code: 'rates.flags_unconfirmed', params: { count: 1 } },
  })
  await expect(importing({ confirmed: both })).rejects.toMatchObject({ cause: { code: 'rates.reason_missing' } })
  expect((await fundManager.rates.list({ currency: 'CHF' })).total).toBe(0)
  await importing({ confirmed: both, reason: 'Checked with the Treasury' })
  const audited = (await auditedAs('rates.imported')).at(-1)
  expect(audited).toMatchObject({ reason: 'Checked with the Treasury', confirmed: both })
})

test('asks for a reason for a single rate that jumps or is exactly 1, and keeps it', async () => {
  const record = (unitsPerUsd: string, flagReason: string | null = null) =>
    fundManager.rates.record({
      currency: 'SEK',
      on: '2026-11-01',
      unitsPerUsd,
      source: 'UN',
      flagReason,
      idempotencyKey: randomUUID(),
    })
  await fundManager.rates.record({
    currency: 'SEK',
    on: '2026-10-01',
    unitsPerUsd: '10',
    source: 'UN',
    idempotencyKey: randomUUID(),
  })
  await expect(record('12.5')).rejects.toMatchObject({
    cause: { code: 'rates.jump', field: 'flagReason', params: { before: '10', date: '2026-10-01', percent: 25 } },
  })
  await expect(record('1')).rejects.toMatchObject({ cause: { code: 'rates.jump' } })
  await record('12.5', 'Announced by the central bank')
  expect((await auditedAs('rate.recorded')).at(-1)).toMatchObject({
    flags: ['jump'],
    reason: 'Announced by the central bank',
  })
})

test('refuses a single rate that is in force more than 31 days ahead', async () => {
  const ahead = { currency: 'EUR', on: '2026-12-26', unitsPerUsd: '0.8', source: 'UN', idempotencyKey: randomUUID() }
  await expect(fundManager.rates.record(ahead)).rejects.toMatchObject({ cause: { code: 'rates.future', field: 'on' } })
})

test('a file of rates changes nothing that is booked', async () => {
  const pledge = await fundManager.pledges.announce(
    anAnnouncement({ donorId: fund.donorId, amount: eur(10_000), announcedOn: '2026-10-15' }),
  )
  const before = await fundManager.pledges.story({ reference: pledge.reference, locale: 'en' })
  await fundManager.rates.import(await asked(['EUR,0.79,2026-10-01,UN']))
  expect(await fundManager.pledges.story({ reference: pledge.reference, locale: 'en' })).toEqual(before)
})

test('reads the reference rates of a meeting from a file, and refuses what one set cannot hold', async () => {
  const file = (lines: string) => ({
    name: 'meeting.csv',
    bytes: new TextEncoder().encode(`currency;units per US dollar;source\n${lines}`),
  })
  expect(await previewMeetingRates(ctx, file('EUR;0.92;Conference\nJPY;150;Conference\n'))).toMatchObject({
    rates: [{ currency: 'EUR', unitsPerUsd: '0.92', source: 'Conference' }, { currency: 'JPY' }],
    refusals: [],
  })
  expect((await previewMeetingRates(ctx, file('EUR;0.92;a\nEUR;0.93;a\nUSD;1;a\n'))).refusals).toMatchObject([
    { line: 3, code: 'rates.currency_twice' },
    { line: 4, code: 'fund.rate_of_dollar' },
  ])
  expect((await previewMeetingRates(ctx, file('QQQ;1;a\n'))).refusals).toMatchObject([
    { line: 2, column: 'currency', code: 'fund.currency_unknown' },
  ])
})

async function meetingOf(slug: string) {
  return (await anyone.meetings.get({ slug })).id
}

test('a fund manager sets the whole set of a meeting, anyone reads it, and who set it stays with fund managers', async () => {
  const meetingId = await meetingOf('2021')
  const set = (rates: { currency: string; unitsPerUsd: string; source: string }[]) =>
    fundManager.rates.setForMeeting({ meetingId, rates, idempotencyKey: randomUUID() })
  await set([
    { currency: 'EUR', unitsPerUsd: '0.9', source: 'Conference' },
    { currency: 'JPY', unitsPerUsd: '150', source: 'Conference' },
  ])
  await set([{ currency: 'EUR', unitsPerUsd: '0.95', source: 'Conference' }])
  expect(await anyone.rates.ofMeeting({ slug: '2021' })).toEqual({
    meetingId,
    rates: [{ currency: 'EUR', unitsPerUsd: '0.95', source: 'Conference' }],
  })
  expect(await fundManager.rates.meetingRecord({ slug: '2021' })).toMatchObject({ recordedBy: 'A fund_manager' })
  await expect(set([{ currency: 'USD', unitsPerUsd: '1', source: 'x' }])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect((await anyone.rates.ofMeeting({ slug: '2021' })).rates).toHaveLength(1)
})

test('sets pledges at three rates side by side, those without a meeting’s rate apart, with totals that foot', async () => {
  const meetingId = await meetingOf('2025')
  await fundManager.rates.setForMeeting({
    meetingId,
    rates: [{ currency: 'EUR', unitsPerUsd: '0.75', source: 'Conference' }],
    idempotencyKey: randomUUID(),
  })
  const announce = (over: Parameters<typeof anAnnouncement>[0]) => fundManager.pledges.announce(anAnnouncement(over))
  const donorId = fund.otherDonorId
  const euros = await announce({ donorId, amount: eur(90_000), announcedOn: '2026-09-01', meetingId })
  await announce({ donorId, amount: usd(5_000), announcedOn: '2026-09-01', meetingId })
  await announce({ donorId, amount: eur(10_000), announcedOn: '2026-09-01' })
  await announce({ donorId, amount: { amountMinor: 1000, currency: 'JPY' }, announcedOn: '2026-09-01', meetingId })
  await fundManager.payments.record(
    aPayment({
      donorId,
      bankAccountId: fund.euros,
      receivedOn: '2026-09-20',
      amount: eur(45_000),
      allocations: [allOf(euros.id, eur(45_000))],
    }),
  )
  const view = await fundManager.rates.three({ donorId, locale: 'en' })
  expect(view.atMeetingRate.rows).toMatchObject([
    {
      reference: euros.reference,
      announcedUsd: 100_000,
      meetingUsd: 120_000,
      announcementToMeeting: 20_000,
      receivedAtAnnouncementUsd: 50_000,
      announcementToReceipt: 0,
      receivedUsd: 50_000,
    },
    { announcedUsd: 5_000, meetingUsd: 5_000, announcementToMeeting: 0 },
  ])
  expect(view.atMeetingRate.total).toMatchObject({ pledges: 2, announcedUsd: 105_000, meetingUsd: 125_000 })
  expect(view.withoutMeetingRate.total).toMatchObject({ pledges: 2, meetingUsd: null })
  expect((await fundManager.rates.three({ donorId, meetingId, locale: 'en' })).withoutMeetingRate.rows).toHaveLength(1)
  expect((await fundManager.rates.three({ donorId, year: 2025, locale: 'en' })).atMeetingRate.rows).toEqual([])
})
