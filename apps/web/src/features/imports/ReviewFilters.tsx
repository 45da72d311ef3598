import { type RelevanceBand, relevanceBands } from '@concert/domain/relevance'
import { useTranslations } from 'use-intl/react'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ReviewSearch } from './search.ts'

const states = ['relevant', 'not_relevant'] as const

interface ReviewFiltersProps {
  search: ReviewSearch
  agencies: readonly { slug: string; acronym: string }[]
  total: number
  onChange: (search: ReviewSearch) => void
}

export function ReviewFilters({ search, agencies, total, onChange }: ReviewFiltersProps) {
  const t = useTranslations('imports')
  const { page: _, ...filters } = search
  const set = (change: Partial<ReviewSearch>) => onChange({ ...filters, ...change })
  return (
    <FilterBar
      active={Object.values(filters).filter((value) => value !== undefined).length}
      onClear={() => onChange({})}
      result={t('review.found', { count: total })}
    >
      <Select
        label={t('review.state')}
        value={search.relevance ?? null}
        emptyOption={t('review.states.pending')}
        options={states.map((id) => ({ id, name: t(`review.states.${id}`) }))}
        onChange={(id) => set({ relevance: states.find((state) => state === id) })}
      />
      <Select
        label={t('review.band')}
        value={search.band ?? null}
        emptyOption={t('review.anyBand')}
        options={relevanceBands.map((id) => ({ id, name: t(`bands.${id}`) }))}
        onChange={(id) => set({ band: relevanceBands.find((band): band is RelevanceBand => band === id) })}
      />
      <Select
        label={t('review.agency')}
        value={search.agency ?? null}
        emptyOption={t('review.anyAgency')}
        options={agencies.map(({ slug, acronym }) => ({ id: slug, name: acronym }))}
        onChange={(id) => set({ agency: id ?? undefined })}
      />
      <TextField
        label={t('review.words')}
        type="search"
        value={search.q ?? ''}
        onChange={(q) => set({ q: q === '' ? undefined : q })}
      />
    </FilterBar>
  )
}
