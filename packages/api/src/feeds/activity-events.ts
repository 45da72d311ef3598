import { findAgencies } from '@concert/db/agencies'
import { type FeedActivity, findFeedActivities, findScheduledIds } from '@concert/db/calendar'
import type { Trx } from '@concert/db/client'
import { findPlaceRefs } from '@concert/db/places'
import { findOpenRound } from '@concert/db/rounds'
import { type ActivityStatus, narrativeIn } from '@concert/domain/activity'
import type { Readership } from '@concert/domain/activity-view'
import { addDays } from '@concert/domain/calendar-date'
import { feedReach, mostInFeed } from '@concert/domain/calendar-feed'
import { inLocale } from '@concert/domain/locales'
import type { Round } from '@concert/domain/round'
import { type DayEvent, writeCalendar } from '@concert/exchange/ical/write-calendar'
import type { FeedWriting } from './instalment-events.ts'

/** Whose activities, or where: one of the two. */
export interface ActivitiesOf {
  agencyId: string | null
  placeCode: string | null
  readership: Readership
}

/** What an agency does, or what is done in a place; for members also until when the open round takes reports. */
export async function writeActivities(trx: Trx, writing: FeedWriting, of: ActivitiesOf): Promise<string> {
  const { say, locale, day } = writing
  const agency = (await findAgencies(trx)).find(({ id }) => id === of.agencyId)
  const [place] = of.placeCode === null ? [] : await findPlaceRefs(trx, [of.placeCode])
  const who = agency?.acronym ?? (place ? inLocale(place.names, locale) : '')
  const filter = agency ? { agency: [agency.slug] } : { place: place?.code }
  const window = { from: addDays(day, -feedReach.before), until: addDays(day, feedReach.after) }
  const ids =
    agency || place
      ? await findScheduledIds(trx, 'under_way', filter, { window, readership: of.readership, most: mostInFeed })
      : []
  const activities = await findFeedActivities(trx, ids.slice(0, mostInFeed))
  const round = of.readership === 'group' ? await findOpenRound(trx) : undefined
  return writeCalendar(say('feeds.activity.name', { who }), [
    ...activities.map((activity) => eventOf(activity, writing)),
    ...(round ? [deadlineOf(round, writing)] : []),
  ])
}

const states = {
  planned: 'tentative',
  ongoing: 'confirmed',
  completed: 'confirmed',
  cancelled: 'cancelled',
} as const satisfies Record<ActivityStatus, DayEvent['status']>

/** Whole days from start to end; one day where only one of the two is known. No free text beyond the title. */
function eventOf(activity: FeedActivity, { say, locale, publicUrl }: FeedWriting): DayEvent {
  const { id, reference, title, status, startOn, endOn, version, updatedAt, agencies } = activity
  const on = startOn ?? endOn ?? updatedAt.slice(0, 10)
  const known = startOn === null ? 'starts_unknown' : endOn === null ? 'ends_unknown' : 'known'
  return {
    uid: id,
    on,
    ...(endOn !== null && endOn > on ? { until: endOn } : {}),
    changedAt: updatedAt,
    sequence: version,
    status: states[status],
    summary: say(`feeds.activity.${known}`, {
      agencies: agencies.join(', '),
      title: narrativeIn(title, locale)?.text ?? say('activities.untitled'),
    }),
    description: say('feeds.activity.detail', { reference, status: say(`activities.statuses.${status}`) }),
    ...(publicUrl === undefined ? {} : { url: new URL(`/activities/${reference}`, publicUrl).href }),
  }
}

function deadlineOf(round: Round, { say, publicUrl }: FeedWriting): DayEvent {
  return {
    uid: round.id,
    on: round.deadline,
    changedAt: round.openedAt,
    summary: say('feeds.activity.deadline'),
    description: say('feeds.activity.deadlineDetail'),
    ...(publicUrl === undefined ? {} : { url: new URL('/coordination/round', publicUrl).href }),
  }
}
