import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PledgeAtRates, threeRates, totalOfThreeRates } from './three-rates.ts'

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })

const amount = fc.integer({ min: 1, max: 10_000_000_000 })
const pledge: fc.Arbitrary<PledgeAtRates> = fc
  .record({
    announced: amount,
    announcedUsd: amount,
    part: fc.integer({ min: 0, max: 100 }),
    receivedUsd: amount,
    units: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
  })
  .map(({ announced, announcedUsd, part, receivedUsd, units }) => ({
    announced: eur(announced),
    announcedUsd,
    received: eur(Math.floor((announced * part) / 100)),
    receivedUsd: part === 0 ? 0 : receivedUsd,
    meetingUnits:
      units === null ? null : `${Math.floor(units / 10_000)}.${String((units % 10_000) + 1).padStart(5, '0')}`,
  }))

test('sets an announcement of EUR 100, received at a better rate, at all three', () => {
  const known = { announced: eur(10_000), announcedUsd: 11_000, received: eur(5_000), receivedUsd: 5_600 }
  expect(threeRates({ ...known, meetingUnits: '0.8' })).toEqual({
    announcedUsd: 11_000,
    meetingUsd: 12_500,
    announcementToMeeting: 1_500,
    receivedAtAnnouncementUsd: 5_500,
    announcementToReceipt: 100,
    receivedUsd: 5_600,
  })
  expect(threeRates({ ...known, meetingUnits: null })).toMatchObject({ meetingUsd: null, announcementToMeeting: null })
})

test('every difference is what lies between its two amounts, to the cent', () => {
  fc.assert(
    fc.property(pledge, (known) => {
      const row = threeRates(known)
      expect(row.receivedAtAnnouncementUsd + row.announcementToReceipt).toBe(row.receivedUsd)
      if (row.meetingUsd !== null) expect(row.announcedUsd + (row.announcementToMeeting ?? 0)).toBe(row.meetingUsd)
    }),
  )
})

test('rounds once per pledge: what was received is within half a cent of its exact share', () => {
  fc.assert(
    fc.property(pledge, (known) => {
      const { receivedAtAnnouncementUsd } = threeRates(known)
      const exact = BigInt(known.announcedUsd) * BigInt(known.received.amountMinor)
      const off = BigInt(receivedAtAnnouncementUsd) * BigInt(known.announced.amountMinor) - exact
      expect(2n * (off < 0n ? -off : off) <= BigInt(known.announced.amountMinor)).toBe(true)
    }),
  )
})

test('a pledge received whole comes back to exactly what was announced', () => {
  fc.assert(
    fc.property(pledge, (known) => {
      const row = threeRates({ ...known, received: known.announced })
      expect(row.receivedAtAnnouncementUsd).toBe(known.announcedUsd)
    }),
  )
})

test('totals foot: every column is the sum of its rows, and the differences still lie between', () => {
  fc.assert(
    fc.property(fc.array(pledge, { maxLength: 40 }), (known) => {
      const rows = known.map(threeRates).filter(({ meetingUsd }) => meetingUsd !== null)
      const total = totalOfThreeRates(rows)
      expect(total.pledges).toBe(rows.length)
      expect(total.announcedUsd).toBe(rows.reduce((sum, row) => sum + row.announcedUsd, 0))
      expect(total.announcedUsd + (total.announcementToMeeting ?? Number.NaN)).toBe(total.meetingUsd)
      expect(total.receivedAtAnnouncementUsd + total.announcementToReceipt).toBe(total.receivedUsd)
    }),
  )
})

test('never guesses a total at the meeting’s rate where one pledge has none', () => {
  const known = { announced: eur(10_000), announcedUsd: 11_000, received: eur(0), receivedUsd: 0 }
  const rows = [threeRates({ ...known, meetingUnits: '0.8' }), threeRates({ ...known, meetingUnits: null })]
  expect(totalOfThreeRates(rows)).toMatchObject({ pledges: 2, meetingUsd: null, announcementToMeeting: null })
})

test('refuses to reckon with nothing', () => {
  const known = { announcedUsd: 0, received: eur(0), receivedUsd: 0, meetingUnits: null }
  expect(() => threeRates({ ...known, announced: eur(0) })).toThrow(RangeError)
})
