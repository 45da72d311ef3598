import { formatInstant, formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { useMoney } from '../../books/use-money.ts'
import { ButtonLink } from '../../layout/links.ts'
import { PublicFigure } from '../../layout/PublicFigure.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWordsAt } from '../../words.ts'
import { MovementTable } from './MovementTable.tsx'
import { ReconciledNote } from './ReconciledNote.tsx'

/** A calendar year of the fund for anyone, in totals. Every line opens its proof. */
export function YearlyStatementPage() {
  const t = useTranslations('statement')
  const reader = useReader()
  const money = useMoney()
  const wordsAt = useWordsAt()
  const { year: wanted } = useSearch({ from: paths.yearlyStatement })
  const { data } = useSuspenseQuery(trpc.statement.year.queryOptions({ year: wanted }))
  const { year, years, fund, asOfEntry, readAt, reconciliation } = data
  const nameOf = (id: string) => wordsAt(`statement.public.lines.${id}`) ?? id
  return (
    <Page
      title={t('public.title')}
      lead={t('public.lead')}
      width="text"
      isSheet
      actions={years.map((one) => (
        <ButtonLink
          key={one}
          size="small"
          look={one === year ? 'primary' : undefined}
          to={paths.yearlyStatement}
          search={{ year: one }}
        >
          {String(one)}
        </ButtonLink>
      ))}
    >
      {years.length === 0 ? (
        <EmptyState title={t('public.title')}>{t('public.empty')}</EmptyState>
      ) : (
        <section>
          <div className="border-b-2 border-ink pb-4">
            <p className="text-ink-soft">{t('fundName')}</p>
            <h2 className="mt-1 text-2xl font-semibold">{t('public.year', { year: String(year) })}</h2>
            <p className="mt-2 text-sm text-ink-soft">
              {t('unit')}. {t('asOf', { number: formatNumber(reader, asOfEntry) })}, {formatInstant(reader, readAt)}.{' '}
              <ReconciledNote state={reconciliation} />
            </p>
          </div>
          <div className="mt-3">
            <MovementTable
              caption={t('public.title')}
              openingUsd={fund.openingUsd}
              lines={fund.movements.map(({ id, usdMinor }) => ({ id, usdMinor, label: nameOf(id) }))}
              closingUsd={fund.closingUsd}
              amount={(id, value) => (
                <PublicFigure
                  figure={{
                    id: `statement.${id}.${year}`,
                    words: `statement.${id}`,
                    params: { year: String(year) },
                    unit: 'usd_minor',
                    value,
                  }}
                  size="inline"
                  write={money.bareUsd}
                />
              )}
            />
          </div>
          <p className="mt-4 text-sm text-ink-soft">
            {t('public.ofFormalised')} {t('public.running')}
          </p>
        </section>
      )}
    </Page>
  )
}
