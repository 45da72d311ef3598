import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendarStrictly } from './testing.ts'
import { type DayEvent, writeCalendar } from './write-calendar.ts'

const event: DayEvent = {
  uid: '0b7c',
  on: '2026-12-01',
  changedAt: '2026-10-01T09:30:00.000Z',
  summary: 'Instalment due: PLG-2026-00012, Donor State A',
  description: 'Instalment 2',
}

test('writes an all-day event on its day, wherever the server stands', () => {
  const { head, events } = readCalendarStrictly(writeCalendar('Instalments due', [event]))
  expect(head).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH', 'X-WR-CALNAME': 'Instalments due' })
  expect(events).toMatchObject([
    {
      UID: '0b7c@concert',
      DTSTAMP: '20261001T093000Z',
      'DTSTART;VALUE=DATE': '20261201',
      SUMMARY: 'Instalment due: PLG-2026-00012\\, Donor State A',
      TRANSP: 'TRANSPARENT',
    },
  ])
})

test('writes an event of several days up to the day after its last one, with its change and its state', () => {
  const long: DayEvent = { ...event, until: '2027-02-28', sequence: 7, status: 'cancelled' }
  expect(readCalendarStrictly(writeCalendar('A', [long])).events).toMatchObject([
    {
      'DTSTART;VALUE=DATE': '20261201',
      'DTEND;VALUE=DATE': '20270301',
      SEQUENCE: '7',
      STATUS: 'CANCELLED',
      'LAST-MODIFIED': '20261001T093000Z',
    },
  ])
})

test('the same data is the same file, whenever it is written', () => {
  expect(writeCalendar('A', [event])).toBe(writeCalendar('A', [event]))
})

test('a feed without events is a calendar all the same', () => {
  expect(readCalendarStrictly(writeCalendar('Instalments due', [])).events).toEqual([])
})

test('a name that would write lines of its own writes none', () => {
  const summary = 'State\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Invented; x, y\\'
  const { events } = readCalendarStrictly(writeCalendar('A\r\nX-B:c', [{ ...event, summary }]))
  expect(events).toHaveLength(1)
})

test('any text in any script is folded at 75 octets and comes back whole', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .filter((drawn) => !/[\r\n\uFFFD]/.test(drawn))
  fc.assert(
    fc.property(text, (summary) => {
      const { events } = readCalendarStrictly(writeCalendar('A', [{ ...event, summary: `x${summary}x` }]))
      const read = events[0]?.SUMMARY?.replaceAll(/\\([\\;,])/g, '$1')
      expect(read).toBe(`x${summary}x`)
    }),
  )
  for (const long of ['认捐到期'.repeat(40), 'القسط المستحق '.repeat(20), 'Часть взноса '.repeat(20)]) {
    const { events } = readCalendarStrictly(writeCalendar('A', [{ ...event, summary: long.trim() }]))
    expect(events[0]?.SUMMARY).toBe(long.trim())
  }
})
