import { addMonthsClamped, today } from '@concert/domain/calendar-date'
import { mostInMonth } from '@concert/domain/calendar-view'
import { weeksOf } from '@concert/domain/month-grid'
import { formatDate, formatMonth, formatNumber, formatWeekday } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { DayEvents } from './DayEvents.tsx'
import { type DayEvent, eventsByDay } from './day-events.ts'
import { type CalendarSearch, filterOf } from './search.ts'

interface MonthViewProps {
  search: CalendarSearch
  onChange: (change: Partial<CalendarSearch>) => void
}

/** A month, day by day: what starts, what ends, when reports are due and when the working group meets. */
export function MonthView({ search, onChange }: MonthViewProps) {
  const t = useTranslations('calendar')
  const reader = useReader()
  const thisMonth = today().slice(0, 7)
  const month = search.month ?? thisMonth
  const { data } = useSuspenseQuery(trpc.calendar.month.queryOptions({ ...filterOf(search), month }))
  const byDay = eventsByDay(data)
  const name = formatMonth(reader, `${month}-01`)
  const count = [...byDay.values()].flat().length
  const go = (months: number) => {
    const next = addMonthsClamped(`${month}-01`, months).slice(0, 7)
    onChange({ month: next === thisMonth ? undefined : next })
  }
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl font-semibold">{name}</h2>
        <p role="status" className="figures text-sm text-ink-soft">
          {t('monthFound', { count, month: name })}
        </p>
        <div className="flex flex-wrap gap-2 sm:ms-auto print:hidden">
          <Button onClick={() => go(-1)}>
            <Icon name="back" /> {t('previousMonth')}
          </Button>
          <Button onClick={() => onChange({ month: undefined })} disabled={month === thisMonth}>
            {t('thisMonth')}
          </Button>
          <Button onClick={() => go(1)}>
            {t('nextMonth')} <Icon name="forward" />
          </Button>
        </div>
      </div>
      {data.isMore && (
        <div className="mb-4">
          <Callout>{t('moreInMonth', { most: formatNumber(reader, mostInMonth) })}</Callout>
        </div>
      )}
      {count === 0 && <EmptyState title={t('nothingInMonth', { month: name })}>{t('nothingInMonthLead')}</EmptyState>}
      {count > 0 && <Grid month={month} caption={t('monthCaption', { month: name })} byDay={byDay} />}
      {count > 0 && <Days byDay={byDay} />}
    </>
  )
}

/** Seven columns where there is room for them. */
function Grid({ month, caption, byDay }: { month: string; caption: string; byDay: ReadonlyMap<string, DayEvent[]> }) {
  const reader = useReader()
  const weeks = weeksOf(month)
  const now = today()
  return (
    <table className="hidden w-full table-fixed border-collapse md:table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <th key={day} scope="col" className="px-2 py-1 text-start text-sm font-semibold text-ink-soft">
              {formatWeekday(reader, `2024-01-0${day}`, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, n) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: a day of the month beside has only its place
                key={n}
                className={`h-24 border border-line p-1 align-top ${day === null ? 'bg-surface' : ''}`}
              >
                {day !== null && (
                  <>
                    <DayNumber day={day} isToday={day === now} />
                    <DayEvents events={byDay.get(day) ?? []} />
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayNumber({ day, isToday }: { day: string; isToday: boolean }) {
  const reader = useReader()
  const look = isToday ? 'bg-accent text-on-accent' : 'text-ink-soft'
  return (
    <time dateTime={day} className={`figures inline-block rounded px-1.5 text-sm ${look}`}>
      <span aria-hidden="true">{Number(day.slice(8))}</span>
      <span className="sr-only">{formatDate(reader, day)}</span>
    </time>
  )
}

/** The days that have something, one under the other, on a narrow screen. */
function Days({ byDay }: { byDay: ReadonlyMap<string, DayEvent[]> }) {
  const reader = useReader()
  const days = [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return (
    <ol className="flex flex-col gap-4 md:hidden">
      {days.map(([day, events]) => (
        <li key={day} className="border-t border-line pt-2">
          <p className="mb-1 font-semibold">
            <time dateTime={day}>
              {formatWeekday(reader, day, 'long')}, {formatDate(reader, day)}
            </time>
          </p>
          <DayEvents events={events} />
        </li>
      ))}
    </ol>
  )
}
