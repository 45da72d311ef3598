import type { CalendarDate } from '@concert/domain/calendar-date'
import ical, { escape as escapeText, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'

/** Something that is on a day, all day. */
export interface DayEvent {
  /** The same for the same thing in every file, so that a calendar program changes an event and adds none. */
  uid: string
  on: CalendarDate
  /** When what it tells was last changed; an instant. Not the time of writing, so that the same data is the same file. */
  changedAt: string
  summary: string
  description: string
  url?: string
}

/**
 * An iCalendar file (RFC 5545): texts escaped, lines folded at 75 octets and ended with CRLF. All-day events leave their
 * day free (`TRANSPARENT`). The same data gives the same bytes.
 */
export function writeCalendar(name: string, events: readonly DayEvent[]): string {
  const calendar = ical({
    // The library escapes the texts of events, not the name of the calendar.
    name: escapeText(name, false),
    prodId: { company: 'Concert', product: 'Concert', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { uid, on, changedAt, summary, description, url } of events) {
    calendar.createEvent({
      id: `${uid}@concert`,
      stamp: new Date(changedAt),
      start: new Date(`${on}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(url === undefined ? {} : { url }),
    })
  }
  return `${calendar.toString()}\r\n`
}
