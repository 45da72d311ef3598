import { findGroupDates, findScheduled } from '@concert/db/calendar'
import type { Trx } from '@concert/db/client'
import { findPlaceRefs, findPlaceTree } from '@concert/db/places'
import type { ActivitySummary, PlaceRef, Readership } from '@concert/domain/activity-view'
import {
  type CalendarMonth,
  type MonthRequest,
  mostInMonth,
  mostOnTimeline,
  type Schedule,
  type ScheduledActivity,
  type TimelineRequest,
} from '@concert/domain/calendar-view'
import { subregionOf } from '@concert/domain/place-coarsening'
import { spanOf } from '@concert/domain/timeline'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const readershipOf = (ctx: Context): Readership => (ctx.actor.kind === 'anonymous' ? 'public' : 'group')

/** What is under way in a window, as the reader may see it. */
export function readTimeline(ctx: Context, { from, months, ...filter }: TimelineRequest): Promise<Schedule> {
  return inTransaction(ctx, async (trx) => {
    const wanted = { window: spanOf(from, months), readership: readershipOf(ctx), most: mostOnTimeline }
    const { activities, isMore } = await findScheduled(trx, 'under_way', filter, wanted)
    return scheduleOf(trx, ctx, activities, isMore)
  })
}

/** What starts and what ends in a month, and the days of the group. */
export function readMonth(ctx: Context, { month, ...filter }: MonthRequest): Promise<CalendarMonth> {
  return inTransaction(ctx, async (trx) => {
    const window = spanOf(`${month}-01`, 1)
    const wanted = { window, readership: readershipOf(ctx), most: mostInMonth }
    const starting = await findScheduled(trx, 'starting', filter, wanted)
    const ending = await findScheduled(trx, 'ending', filter, wanted)
    const activities = new Map([...starting.activities, ...ending.activities].map((one) => [one.reference, one]))
    return {
      ...(await scheduleOf(trx, ctx, [...activities.values()], starting.isMore || ending.isMore)),
      starting: starting.activities.map(({ reference }) => reference),
      ending: ending.activities.map(({ reference }) => reference),
      dates: await findGroupDates(trx, window),
    }
  })
}

async function scheduleOf(
  trx: Trx,
  ctx: Context,
  activities: readonly ActivitySummary[],
  isMore: boolean,
): Promise<Schedule> {
  const agencies = new Map(activities.flatMap(agenciesOf).map((agency) => [agency.slug, agency]))
  const tree = await findPlaceTree(trx)
  const named = new Map(activities.flatMap(({ places }) => places).map((place) => [place.code, place]))
  const subregions = new Set([...named.keys()].map((code) => subregionOf(code, tree)))
  const containers = await findPlaceRefs(
    trx,
    [...subregions].filter((code) => !named.has(code)),
  )
  return {
    activities: activities.map(toScheduled),
    agencies: [...agencies.values()],
    places: [...named.values(), ...containers].map((place) => ({
      ...placeRefOf(place),
      subregion: subregionOf(place.code, tree),
    })),
    isMore,
    asOf: ctx.now().toISOString(),
  }
}

const agenciesOf = ({ lead, partners }: ActivitySummary) => (lead ? [lead, ...partners] : partners)

/** Without what else a row of a list says of a place, such as its share of the money. */
const placeRefOf = ({ code, iso3, level, names, footnote, hasPage }: PlaceRef): PlaceRef => ({
  code,
  iso3,
  level,
  names,
  footnote,
  hasPage,
})

function toScheduled(activity: ActivitySummary): ScheduledActivity {
  const { reference, title, kind, status, startOn, endOn, visibility } = activity
  return {
    reference,
    title,
    kind,
    status,
    startOn,
    endOn,
    visibility,
    agencies: agenciesOf(activity).map(({ slug }) => slug),
    places: activity.places.map(({ code }) => code),
  }
}
