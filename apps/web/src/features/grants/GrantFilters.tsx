import { aidKind, aidKinds, grantVisibilities, grantVisibility } from '@concert/domain/codelists'
import { grantLife, grantLives } from '@concert/domain/grant'
import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { SearchField } from '../../books/SearchField.tsx'
import { countFilters } from '../../books/search-values.ts'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Select } from '../../ui/Select.tsx'
import type { GrantSearch } from './search.ts'

interface GrantFiltersProps {
  search: GrantSearch
  found: number
  onChange: (change: Partial<GrantSearch>) => void
  onClear: () => void
}

/** The filters of the grants in the books. */
export function GrantFilters({ search, found, onChange, onClear }: GrantFiltersProps) {
  const t = useTranslations('grants')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const { data: calls } = useSuspenseQuery(trpc.grants.calls.queryOptions())
  return (
    <FilterBar active={countFilters(search)} onClear={onClear} result={t('list.found', { count: found })}>
      <SearchField
        label={t('list.search')}
        value={search.text ?? ''}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      <Select
        label={t('column.call')}
        value={search.callId ?? null}
        onChange={(callId) => onChange({ callId: callId ?? undefined })}
        emptyOption={t('list.anyCall')}
        options={calls.map(({ id, title, year }) => ({
          id,
          name: inLocale(title, reader),
          description: String(year),
        }))}
      />
      <Select
        label={t('column.state')}
        value={search.life ?? null}
        onChange={(life) => onChange({ life: life === null ? undefined : grantLife.parse(life) })}
        emptyOption={t('list.anyState')}
        options={grantLives.map((id) => ({ id, name: t(`lives.${id}`) }))}
      />
      <Select
        label={t('column.aid')}
        value={search.aidKind ?? null}
        onChange={(kind) => onChange({ aidKind: kind === null ? undefined : aidKind.parse(kind) })}
        emptyOption={t('list.anyKind')}
        options={aidKinds.map((id) => ({ id, name: tCodes(`aidKinds.${id}`) }))}
      />
      <Select
        label={t('visibility.title')}
        value={search.visibility ?? null}
        onChange={(seen) => onChange({ visibility: seen === null ? undefined : grantVisibility.parse(seen) })}
        emptyOption={t('list.anyVisibility')}
        options={grantVisibilities.map((id) => ({ id, name: tCodes(`grantVisibilities.${id}`) }))}
      />
    </FilterBar>
  )
}
