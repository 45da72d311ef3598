import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../../layout/links.ts'
import { paths } from '../../paths.ts'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { firstDayOf, lastDayOf, periodOf, type StatementSearch } from './search.ts'

interface StatementFiltersProps {
  search: StatementSearch
  years: readonly number[]
  /** What is wrong with the period or the entry, at its field. */
  refused?: { field: string | undefined; sentence: string } | undefined
  onChange: (change: Partial<StatementSearch>) => void
}

/** Which period, as of which entry. */
export function StatementFilters({ search, years, refused, onChange }: StatementFiltersProps) {
  const t = useTranslations('statement')
  const { from, until } = periodOf(search)
  const at = (field: string) => (refused?.field === field ? refused.sentence : undefined)
  return (
    <search className="block rounded border border-line bg-surface p-4 print:hidden">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <DateField label={t('from')} value={from} onChange={(day) => day && onChange({ from: day, until })} />
        <DateField
          label={t('until')}
          value={until}
          onChange={(day) => day && onChange({ from, until: day })}
          error={at('until')}
        />
        <NumberField
          label={t('asOfEntry')}
          description={t('asOfEntryLead')}
          value={search.asOf ?? null}
          minValue={0}
          onChange={(asOf) => onChange({ asOf: asOf ?? undefined })}
          error={at('asOfEntry')}
        />
      </div>
      {years.length > 0 && (
        <nav aria-label={t('years')} className="mt-4">
          <ul className="flex flex-wrap gap-2">
            {years.map((year) => (
              <li key={year}>
                <ButtonLink
                  size="small"
                  to={paths.statement}
                  search={{ from: firstDayOf(year), until: lastDayOf(year), asOf: search.asOf }}
                >
                  {String(year)}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </search>
  )
}
