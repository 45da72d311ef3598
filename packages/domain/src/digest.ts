import { z } from 'zod'
import { addDays, type CalendarDate, today } from './calendar-date.ts'
import { type Locale, locale } from './locales.ts'

/** How often a person is told by e-mail what waits in their inbox. */
export const digestFrequencies = ['off', 'weekly', 'daily'] as const
export const digestFrequency = z.enum(digestFrequencies)
export type DigestFrequency = z.infer<typeof digestFrequency>

export const digestChoice = z.strictObject({ frequency: digestFrequency, locale })
export type DigestChoice = z.infer<typeof digestChoice>

/** A person's digest as they set it; `lastOn` is the day when Concert last looked whether something waited. */
export interface Digest {
  frequency: DigestFrequency
  locale: Locale
  lastOn: CalendarDate | null
}

/** The hour of the day, UTC, from which on digests are made. */
export const digestHour = 6

const monday = 1

/**
 * The day of the digest that is due at `now`; null when none is. One that was never looked at is due at once, so that
 * whoever switches it on sees it work. After that a daily one is due at `digestHour` of each day, UTC, and a weekly one
 * at that of each Monday; what a stopped server missed is made up for once.
 */
export function digestDue({ frequency, lastOn }: Digest, now: Date): CalendarDate | null {
  if (frequency === 'off') return null
  const day = today(now)
  if (lastOn === null) return day
  if (lastOn >= day) return null
  const next = frequency === 'daily' ? addDays(lastOn, 1) : mondayAfter(lastOn)
  const from = new Date(`${next}T00:00:00Z`).setUTCHours(digestHour)
  return now.getTime() >= from ? day : null
}

function mondayAfter(date: CalendarDate): CalendarDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, (monday - weekday + 7) % 7 || 7)
}
