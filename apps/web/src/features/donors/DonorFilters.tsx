import { donorKind, donorKinds } from '@concert/domain/codelists'
import { useTranslations } from 'use-intl/react'
import { SearchField } from '../../books/SearchField.tsx'
import { countFilters } from '../../books/search-values.ts'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Select } from '../../ui/Select.tsx'
import type { DonorSearch } from './search.ts'

interface DonorFiltersProps {
  search: DonorSearch
  found: number
  onChange: (change: Partial<DonorSearch>) => void
  onClear: () => void
}

export function DonorFilters({ search, found, onChange, onClear }: DonorFiltersProps) {
  const t = useTranslations('donors')
  const tCodes = useTranslations('codes')
  return (
    <FilterBar active={countFilters(search)} onClear={onClear} result={t('found', { count: found })}>
      <SearchField
        label={t('search')}
        value={search.text ?? ''}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      <Select
        label={t('kind')}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind === null ? undefined : donorKind.parse(kind) })}
        emptyOption={t('anyKind')}
        options={donorKinds.map((kind) => ({ id: kind, name: tCodes(`donorKinds.${kind}`) }))}
      />
    </FilterBar>
  )
}
