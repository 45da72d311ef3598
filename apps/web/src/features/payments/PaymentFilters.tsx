import { today, yearOf } from '@concert/domain/calendar-date'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { DonorPicker } from '../../books/DonorField.tsx'
import { SearchField } from '../../books/SearchField.tsx'
import { countFilters } from '../../books/search-values.ts'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { PaymentSearch } from './search.ts'

const firstYear = 2010

interface PaymentFiltersProps {
  search: PaymentSearch
  found: number
  onChange: (change: Partial<PaymentSearch>) => void
  onClear: () => void
}

export function PaymentFilters({ search, found, onChange, onClear }: PaymentFiltersProps) {
  const t = useTranslations('payments')
  const { data: accounts } = useSuspenseQuery(trpc.payments.bankAccounts.queryOptions())
  const thisYear = yearOf(today())
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => String(thisYear - index))
  return (
    <FilterBar active={countFilters(search)} onClear={onClear} result={t('list.found', { count: found })}>
      <SearchField
        label={t('list.search')}
        value={search.text ?? ''}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      <DonorPicker
        label={t('column.donor')}
        value={search.donorId ?? null}
        onChange={(donorId) => onChange({ donorId: donorId ?? undefined })}
      />
      <Select
        label={t('bank.account')}
        value={search.bankAccountId ?? null}
        onChange={(bankAccountId) => onChange({ bankAccountId: bankAccountId ?? undefined })}
        emptyOption={t('list.anyAccount')}
        options={accounts.map(({ id, name, currency }) => ({ id, name, description: currency }))}
      />
      <ComboBox
        label={t('list.year')}
        value={search.year === undefined ? null : String(search.year)}
        onChange={(year) => onChange({ year: year === null ? undefined : Number(year) })}
        options={years.map((year) => ({ id: year, name: year }))}
      />
      <Switch
        label={t('list.unallocated')}
        value={search.unallocated === true}
        onChange={(unallocated) => onChange({ unallocated: unallocated || undefined })}
      />
    </FilterBar>
  )
}
