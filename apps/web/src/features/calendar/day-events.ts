import type { CalendarMonth, GroupDate, ScheduledActivity } from '@concert/domain/calendar-view'

/** What is on a day: a day of the group's own, or an activity that starts or ends. */
export type DayEvent =
  | { id: string; on: string; what: 'starts' | 'ends'; activity: ScheduledActivity; agencies: string[] }
  | { id: string; on: string; what: 'group'; date: GroupDate }

/** The events of a month by day; those of the group first, then what starts, then what ends. */
export function eventsByDay({ activities, agencies, starting, ending, dates }: CalendarMonth): Map<string, DayEvent[]> {
  const byReference = new Map(activities.map((activity) => [activity.reference, activity]))
  const acronyms = new Map(agencies.map(({ slug, acronym }) => [slug, acronym]))
  const of = (references: readonly string[], what: 'starts' | 'ends') =>
    references.flatMap((reference): DayEvent[] => {
      const activity = byReference.get(reference)
      const on = what === 'starts' ? activity?.startOn : activity?.endOn
      if (!activity || !on) return []
      const who = activity.agencies.map((slug) => acronyms.get(slug) ?? slug)
      return [{ id: `${what} ${reference}`, on, what, activity, agencies: who }]
    })
  const events: DayEvent[] = [
    ...dates.map((date): DayEvent => ({ id: date.id, on: date.on, what: 'group', date })),
    ...of(starting, 'starts'),
    ...of(ending, 'ends'),
  ]
  const byDay = new Map<string, DayEvent[]>()
  for (const event of events) byDay.set(event.on, [...(byDay.get(event.on) ?? []), event])
  return byDay
}
