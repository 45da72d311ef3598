import { narrativeIn } from '@concert/domain/activity'
import { type ActivityFilter, narrowedBy } from '@concert/domain/activity-filter'
import { today } from '@concert/domain/calendar-date'
import {
  mostOnTimeline,
  type Schedule,
  type ScheduledActivity,
  type TimelineSearch,
} from '@concert/domain/calendar-view'
import { direction, inLocale, locales } from '@concert/domain/locales'
import { formatInstant, formatMonth, formatNumber, formatTick } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { ChartFrame } from '../charts/ChartFrame.tsx'
import { Timeline, type TimelineItem } from '../charts/Timeline.tsx'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { trpc } from '../trpc.ts'
import { Callout } from '../ui/Callout.tsx'
import { rowIdsOf, rowsOf } from './schedule-rows.ts'
import { TimelineLegend } from './TimelineLegend.tsx'
import { TimelineWindow, windowOf } from './TimelineWindow.tsx'
import { usePeriod } from './use-activity-words.ts'

interface ActivityTimelineProps {
  filter: Omit<ActivityFilter, 'sort' | 'page' | 'pageSize'>
  search: TimelineSearch
  onChange: (change: TimelineSearch) => void
  /** What stands where nothing falls into the window. */
  empty: (title: string, lead: string) => ReactNode
}

/** Activities in time, as the reader may see them, with the same rows as a table. */
export function ActivityTimeline({ filter, search, onChange, empty }: ActivityTimelineProps) {
  const t = useTranslations('calendar')
  const reader = useReader()
  const { from, months } = windowOf(search)
  const { data: schedule } = useSuspenseQuery(trpc.calendar.timeline.queryOptions({ ...filter, from, months }))
  return (
    <>
      <TimelineWindow search={search} onChange={onChange} />
      {schedule.isMore && (
        <div className="mb-4">
          <Callout>{t('more', { most: formatNumber(reader, mostOnTimeline) })}</Callout>
        </div>
      )}
      {schedule.activities.length === 0 ? (
        empty(t('noneTitle'), t('noneLeadPublic'))
      ) : (
        <Chart schedule={schedule} filter={filter} search={search} />
      )}
      <PublicCalendar filter={filter} />
    </>
  )
}

function Chart({
  schedule,
  filter,
  search,
}: Pick<ActivityTimelineProps, 'filter' | 'search'> & { schedule: Schedule }) {
  const t = useTranslations('calendar')
  const tActivities = useTranslations('activities')
  const reader = useReader()
  const router = useRouter()
  const navigate = useNavigate()
  const { span, rows: by } = windowOf(search)
  const item = useItem(schedule, by)
  const items = schedule.activities.map((activity) => ({
    ...item(activity),
    href: router.buildLocation({ to: paths.activity, params: { reference: activity.reference } }).href,
  }))
  const isAhead = filter.status?.every((status) => status === 'planned' || status === 'ongoing') ?? false
  const count = schedule.activities.length
  const period = { start: formatMonth(reader, span.from), end: formatMonth(reader, span.until) }
  const isFootnoted = by !== 'agency' && schedule.places.some(({ footnote }) => footnote !== null)
  return (
    <ChartFrame
      headline={isAhead ? t('headline', { count, ...period }) : t('headlineAny', { count, ...period })}
      subtitle={`${t(`subtitles.${by}`)} ${t('openNote')}`}
      source={tActivities('charts.source')}
      asOf={formatInstant(reader, schedule.asOf)}
      fileName={`timeline-${span.from}`}
      table={{
        header: (['activity', 'reference', 'agencies', 'places', 'start', 'end', 'status'] as const).map((column) =>
          t(`columns.${column}`),
        ),
        rows: schedule.activities.map((activity) => twinOf(activity, item(activity).title)),
        format: (value) => formatNumber(reader, value),
        link: ({ id, name }) => (
          <Link to={paths.activity} params={{ reference: id }} className="link" dir="auto">
            {name}
          </Link>
        ),
      }}
    >
      <TimelineLegend statuses={schedule.activities.map(({ status }) => status)} />
      <Timeline
        label={t('chartLabel')}
        rows={rowsOf(schedule, by, reader, by === 'agency' ? t('noAgency') : t('noPlace'))}
        items={items}
        window={span}
        today={today()}
        onOpen={(reference) => navigate({ to: paths.activity, params: { reference } })}
        words={{
          tick: (on, unit) =>
            formatTick(
              reader,
              on,
              unit === 'year' ? 'year' : showsYear(on, unit, span.from) ? 'month_and_year' : 'month',
            ),
          inRow: (inRow) => t('inRow', { count: inRow }),
          showAll: (hidden, name) => t('showAll', { count: hidden, name }),
          showFewer: (name) => t('showFewer', { name }),
        }}
      />
      {isFootnoted && <Footnote />}
    </ChartFrame>
  )

  function twinOf(activity: ScheduledActivity, title: string) {
    const { reference, startOn, endOn, status } = activity
    const places = schedule.places.filter(({ code }) => activity.places.includes(code))
    const agencies = activity.agencies.map(
      (slug) => schedule.agencies.find((one) => one.slug === slug)?.acronym ?? slug,
    )
    return {
      id: reference,
      name: title,
      values: [
        reference,
        agencies.join(', '),
        places.map(({ names }) => inLocale(names, reader)).join(', '),
        startOn,
        endOn,
        tActivities(`statuses.${status}`),
      ],
    }
  }
}

/** What stands on the bar of an activity, and how it is read out. */
function useItem(schedule: Schedule, by: ReturnType<typeof windowOf>['rows']) {
  const t = useTranslations('calendar')
  const tActivities = useTranslations('activities')
  const reader = useReader()
  const period = usePeriod()
  const subregions = new Map(schedule.places.map(({ code, subregion }) => [code, subregion]))
  const acronyms = new Map(schedule.agencies.map(({ slug, acronym }) => [slug, acronym]))
  return (activity: ScheduledActivity): Omit<TimelineItem, 'href'> => {
    const { reference, startOn, endOn, status } = activity
    const narrative = narrativeIn(activity.title, reader)
    const title = narrative?.text ?? tActivities('untitled')
    const language = locales.find((one) => one === (narrative?.language?.slice(0, 2) ?? reader))
    return {
      id: reference,
      startOn,
      endOn: endOn ?? (status === 'planned' || status === 'ongoing' ? null : startOn),
      rows: rowIdsOf(activity, by, subregions),
      title,
      direction: direction(language ?? 'en'),
      look: status,
      label: t('bar', {
        title,
        agencies: activity.agencies.map((slug) => acronyms.get(slug) ?? slug).join(', '),
        period: period(startOn, endOn),
        status: tActivities(`statuses.${status}`),
      }),
    }
  }
}

/** The year stands once a year, and wherever there is no month before. */
function showsYear(on: string, unit: string, from: string): boolean {
  return unit !== 'month' || on.slice(5, 7) === '01' || on.slice(0, 7) === from.slice(0, 7)
}

function Footnote() {
  const t = useTranslations('places.footnote')
  return <p className="mt-3 text-sm text-ink-soft">* {t('scr_1244')}</p>
}

/** The calendar that anyone may subscribe to, where the filter is one agency or one place. */
function PublicCalendar({ filter }: Pick<ActivityTimelineProps, 'filter'>) {
  const t = useTranslations('calendar')
  const reader = useReader()
  const file = fileOf(filter)
  if (file === undefined) return null
  return (
    <p className="mt-4 print:hidden">
      <a className="link" href={`/calendars/${file}.ics?lang=${reader}`}>
        {t('subscribe')}
      </a>
    </p>
  )
}

function fileOf(filter: ActivityTimelineProps['filter']): string | undefined {
  const [field, ...others] = narrowedBy(filter)
  if (others.length > 0) return undefined
  if (field === 'agency' && filter.agency?.length === 1) return `agencies/${filter.agency[0]}`
  return field === 'place' ? `places/${filter.place}` : undefined
}
