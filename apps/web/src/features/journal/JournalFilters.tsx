import { accounts, entryKinds } from '@concert/domain/journal/accounts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { SearchField } from '../../books/SearchField.tsx'
import { countFilters } from '../../books/search-values.ts'
import { useCurrencyOptions } from '../../books/use-money.ts'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Select } from '../../ui/Select.tsx'
import type { JournalSearch } from './search.ts'

interface JournalFiltersProps {
  search: JournalSearch
  found: number
  onChange: (change: Partial<JournalSearch>) => void
  onClear: () => void
}

export function JournalFilters({ search, found, onChange, onClear }: JournalFiltersProps) {
  const t = useTranslations('journal')
  const currencies = useCurrencyOptions()
  const { data: bankAccounts } = useSuspenseQuery(trpc.payments.bankAccounts.queryOptions())
  return (
    <FilterBar active={countFilters(search)} onClear={onClear} result={t('found', { count: found })}>
      <SearchField
        label={t('filter.number')}
        value={search.number === undefined ? '' : String(search.number)}
        onChange={(text) => onChange({ number: /^\d{1,15}$/.test(text) ? Number(text) : undefined })}
      />
      <Select
        label={t('filter.bankAccount')}
        value={search.bankAccountId ?? null}
        onChange={(bankAccountId) => onChange({ bankAccountId: bankAccountId ?? undefined })}
        emptyOption={t('filter.anyBankAccount')}
        options={bankAccounts.map(({ id, name, currency }) => ({ id, name, description: currency }))}
      />
      <Select
        label={t('filter.kind')}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: entryKinds.find((one) => one === kind) })}
        emptyOption={t('filter.anyKind')}
        options={entryKinds.map((id) => ({ id, name: t(`kinds.${id}`) }))}
      />
      <ComboBox
        label={t('filter.account')}
        value={search.account ?? null}
        onChange={(account) => onChange({ account: accounts.find((one) => one === account) })}
        options={accounts.map((id) => ({ id, name: t(`accounts.${id}`) }))}
      />
      <ComboBox
        label={t('filter.currency')}
        value={search.currency ?? null}
        onChange={(currency) => onChange({ currency: currency ?? undefined })}
        options={currencies}
      />
      <DateField
        label={t('filter.from')}
        value={search.from ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateField
        label={t('filter.until')}
        value={search.until ?? null}
        onChange={(until) => onChange({ until: until ?? undefined })}
      />
    </FilterBar>
  )
}
