import { addMonthsClamped, today } from '@concert/domain/calendar-date'
import {
  defaultGrouping,
  defaultLength,
  type TimelineSearch,
  timelineLengths,
  timelineRows,
} from '@concert/domain/calendar-view'
import { type Span, spanOf } from '@concert/domain/timeline'
import { useTranslations } from 'use-intl/react'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'

/** What an address says of the window, with what holds where it says nothing: the last month and those ahead. */
export function windowOf({ from, months, rows }: TimelineSearch) {
  const first = from ?? addMonthsClamped(`${today().slice(0, 7)}-01`, -1)
  const length = months ?? defaultLength
  const span: Span = spanOf(first, length)
  return { from: first, months: length, rows: rows ?? defaultGrouping, span }
}

interface TimelineWindowProps {
  search: TimelineSearch
  onChange: (change: TimelineSearch) => void
}

/** Moves the window, and says how long it is and what its rows are. */
export function TimelineWindow({ search, onChange }: TimelineWindowProps) {
  const t = useTranslations('calendar')
  const { from, months, rows } = windowOf(search)
  const step = Math.max(1, Math.round(months / 2))
  const lengths = timelineLengths.some((one) => one === months) ? timelineLengths : [...timelineLengths, months]
  return (
    <div className="mb-5 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChange({ from: addMonthsClamped(from, -step) })}>
          <Icon name="back" /> {t('earlier')}
        </Button>
        <Button onClick={() => onChange({ from: undefined })} disabled={search.from === undefined}>
          {t('toToday')}
        </Button>
        <Button onClick={() => onChange({ from: addMonthsClamped(from, step) })}>
          {t('later')} <Icon name="forward" />
        </Button>
      </div>
      <div className="w-32">
        <Select
          label={t('period')}
          value={String(months)}
          onChange={(id) => onChange({ months: id === String(defaultLength) ? undefined : Number(id) })}
          options={lengths.map((one) => ({ id: String(one), name: t('lengths', { months: one }) }))}
        />
      </div>
      <div className="w-40">
        <Select
          label={t('rowsLabel')}
          value={rows}
          onChange={(id) => onChange({ rows: timelineRows.find((one) => one === id && one !== defaultGrouping) })}
          options={timelineRows.map((id) => ({ id, name: t(`groupings.${id}`) }))}
        />
      </div>
    </div>
  )
}
