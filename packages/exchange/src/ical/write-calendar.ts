import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import ical, { escape as escapeText, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'

/** Something that is on a day or on several, all day. */
export interface DayEvent {
  /** The same for the same thing in every file, so that a calendar program changes an event and adds none. */
  uid: string
  on: CalendarDate
  /** The last day, where there are several. */
  until?: CalendarDate
  /** When what it tells was last changed; an instant. Not the time of writing, so that the same data is the same file. */
  changedAt: string
  /** Grows with every change of the event. */
  sequence?: number
  status?: 'tentative' | 'confirmed' | 'cancelled'
  summary: string
  description: string
  url?: string
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const

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
  for (const { uid, on, until, changedAt, sequence, status, summary, description, url } of events) {
    calendar.createEvent({
      id: `${uid}@concert`,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      ...(sequence === undefined ? {} : { sequence }),
      ...(status === undefined ? {} : { status: statuses[status] }),
      start: new Date(`${on}T00:00:00Z`),
      // An end is the first day on which the event is over (RFC 5545, 3.6.1).
      ...(until === undefined ? {} : { end: new Date(`${addDays(until, 1)}T00:00:00Z`) }),
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
