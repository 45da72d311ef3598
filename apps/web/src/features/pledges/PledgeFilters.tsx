import { today, yearOf } from '@concert/domain/calendar-date'
import { inLocale } from '@concert/domain/locales'
import { pledgeKind, pledgeKinds, pledgeLife, pledgeLives } from '@concert/domain/pledge'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { SearchField } from '../../books/SearchField.tsx'
import { countFilters } from '../../books/search-values.ts'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { BookedPledgeSearch, PledgeSort } from './search.ts'

const firstYear = 2010

interface PledgeFiltersProps {
  search: BookedPledgeSearch
  found: number
  onChange: (change: Partial<BookedPledgeSearch>) => void
  onClear: () => void
  sorts: readonly PledgeSort[]
  /** Filters that only fund managers have. */
  more?: ReactNode
}

/** The filters of the pledges, public and booked. */
export function PledgeFilters({ search, found, onChange, onClear, sorts, more }: PledgeFiltersProps) {
  const t = useTranslations('pledges')
  const reader = useReader()
  const currencies = useCurrencyOptions()
  const { data: meetings } = useSuspenseQuery(trpc.meetings.list.queryOptions())
  const years = Array.from({ length: yearOf(today()) - firstYear + 1 }, (_, index) => String(yearOf(today()) - index))
  return (
    <FilterBar active={countFilters(search)} onClear={onClear} result={t('list.found', { count: found })}>
      <SearchField
        label={t('list.search')}
        value={search.text ?? ''}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      <Select
        label={t('form.meeting')}
        value={search.meetingId ?? null}
        onChange={(meetingId) => onChange({ meetingId: meetingId ?? undefined })}
        emptyOption={t('list.anyMeeting')}
        options={meetings.map(({ id, title }) => ({ id, name: inLocale(title, reader) }))}
      />
      <Select
        label={t('list.kind')}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind === null ? undefined : pledgeKind.parse(kind) })}
        emptyOption={t('list.anyKind')}
        options={pledgeKinds.map((id) => ({ id, name: t(`kinds.${id}`) }))}
      />
      <ComboBox
        label={t('list.year')}
        value={search.year === undefined ? null : String(search.year)}
        onChange={(year) => onChange({ year: year === null ? undefined : Number(year) })}
        options={years.map((year) => ({ id: year, name: year }))}
      />
      <ComboBox
        label={t('form.currency')}
        value={search.currency ?? null}
        onChange={(currency) => onChange({ currency: currency ?? undefined })}
        options={currencies}
      />
      <Select
        label={t('list.sort')}
        value={search.sort ?? 'newest'}
        onChange={(sort) => onChange({ sort: sorts.find((one) => one === sort && one !== 'newest') })}
        options={sorts.map((id) => ({ id, name: t(`sorts.${id}`) }))}
      />
      {more}
    </FilterBar>
  )
}

interface BookedFiltersProps {
  search: BookedPledgeSearch
  onChange: (change: Partial<BookedPledgeSearch>) => void
}

export function BookedFilters({ search, onChange }: BookedFiltersProps) {
  const t = useTranslations('pledges')
  return (
    <>
      <DonorPicker
        label={t('column.donor')}
        value={search.donorId ?? null}
        onChange={(donorId) => onChange({ donorId: donorId ?? undefined })}
      />
      <Select
        label={t('list.life')}
        value={search.life ?? null}
        onChange={(life) => onChange({ life: life === null ? undefined : pledgeLife.parse(life) })}
        emptyOption={t('list.anyLife')}
        options={pledgeLives.map((id) => ({ id, name: t(`lives.${id}`) }))}
      />
      <div className="sm:pt-6">
        <Switch
          label={t('list.overdue')}
          value={search.overdue === true}
          onChange={(overdue) => onChange({ overdue: overdue || undefined })}
        />
      </div>
    </>
  )
}
