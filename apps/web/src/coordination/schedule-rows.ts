import type { Schedule, ScheduledActivity, TimelineGrouping } from '@concert/domain/calendar-view'
import { inLocale, type Locale } from '@concert/domain/locales'
import { sortByName } from '@concert/messages/format'

/** The row of what has no agency or place that may be named; it comes last. */
export const withoutRow = 'none'

/** The rows of a schedule in the order of the reader's alphabet; nobody is ranked. */
export function rowsOf(schedule: Schedule, by: TimelineGrouping, reader: Locale, unnamed: string) {
  const known =
    by === 'agency'
      ? schedule.agencies.map(({ slug, acronym }) => ({ id: slug, name: acronym }))
      : schedule.places.map((place) => ({
          id: place.code,
          name: inLocale(place.names, reader) + (place.footnote ? '*' : ''),
        }))
  return [...sortByName(reader, known, ({ name }) => name), { id: withoutRow, name: unnamed }]
}

/** In which rows an activity stands. */
export function rowIdsOf(
  activity: ScheduledActivity,
  by: TimelineGrouping,
  subregions: ReadonlyMap<string, string>,
): string[] {
  const ids =
    by === 'agency'
      ? activity.agencies
      : activity.places.map((code) => (by === 'country' ? code : (subregions.get(code) ?? code)))
  return ids.length > 0 ? ids : [withoutRow]
}
