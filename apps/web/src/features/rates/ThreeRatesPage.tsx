import { today, yearOf } from '@concert/domain/calendar-date'
import { inLocale } from '@concert/domain/locales'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { countFilters } from '../../books/search-values.ts'
import { useListFilters } from '../../books/use-list-filters.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { RatesNavigation } from './RatesNavigation.tsx'
import type { ThreeRatesSearch } from './search.ts'
import { ThreeRatesTable } from './ThreeRatesTable.tsx'
import { ThreeRatesTotals } from './ThreeRatesTotals.tsx'

const firstYear = 2010

/** Pledges of money at the rates of announcement, meeting and receipt; what a meeting's rate does not reach stands apart. */
export function ThreeRatesPage() {
  const t = useTranslations('rates.three')
  const reader = useReader()
  const explain = useExplain()
  const list = useListFilters(useSearch({ from: paths.threeRates }))
  const { data, error } = useQuery({
    ...trpc.rates.three.queryOptions({ ...list.shown, locale: reader }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { atMeetingRate: reached, withoutMeetingRate: apart } = data ?? {}
  const found = (reached?.total.pledges ?? 0) + (apart?.total.pledges ?? 0)
  const explained = error && explain(error)
  return (
    <Page title={t('title')} lead={t('lead')} above={<RatesNavigation />}>
      <div>
        <Filters
          search={list.filters}
          result={data && !error ? t('found', { count: found }) : undefined}
          onChange={list.change}
          onClear={list.clear}
        />
        {explained && <ErrorMessage reference={explained.reference}>{explained.sentence}</ErrorMessage>}
        {!data && !error && <Skeleton lines={8} />}
        {data && !error && found === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyLead')}</EmptyState>}
      </div>
      {reached && !error && reached.rows.length > 0 && (
        <Section title={t('withTitle')} lead={t('withLead')}>
          <ThreeRatesTotals total={reached.total} />
          <ThreeRatesTable caption={t('withTitle')} rows={reached.rows} />
        </Section>
      )}
      {apart && !error && apart.rows.length > 0 && (
        <Section title={t('withoutTitle')} lead={t('withoutLead', { count: apart.total.pledges })}>
          <ThreeRatesTotals total={apart.total} />
          <ThreeRatesTable caption={t('withoutTitle')} rows={apart.rows} />
        </Section>
      )}
    </Page>
  )
}

interface FiltersProps {
  search: ThreeRatesSearch
  result: string | undefined
  onChange: (change: Partial<ThreeRatesSearch>) => void
  onClear: () => void
}

function Filters({ search, result, onChange, onClear }: FiltersProps) {
  const t = useTranslations('rates.three')
  const reader = useReader()
  const { data: meetings } = useSuspenseQuery(trpc.meetings.list.queryOptions())
  const thisYear = yearOf(today())
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => String(thisYear - index))
  return (
    <FilterBar active={countFilters({ ...search })} onClear={onClear} result={result}>
      <Select
        label={t('meeting')}
        value={search.meetingId ?? null}
        onChange={(meetingId) => onChange({ meetingId: meetingId ?? undefined })}
        emptyOption={t('anyMeeting')}
        options={meetings.map(({ id, title }) => ({ id, name: inLocale(title, reader) }))}
      />
      <ComboBox
        label={t('year')}
        value={search.year === undefined ? null : String(search.year)}
        onChange={(year) => onChange({ year: year === null ? undefined : Number(year) })}
        options={years.map((year) => ({ id: year, name: year }))}
      />
      <DonorPicker
        label={t('donor')}
        value={search.donorId ?? null}
        onChange={(donorId) => onChange({ donorId: donorId ?? undefined })}
      />
    </FilterBar>
  )
}
