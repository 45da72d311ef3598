import { inLocale } from '@concert/domain/locales'
import { formatNumber } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { download, toCsv } from '../../charts/csv.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'

const route = getRouteApi(paths.commitmentAgencies)

type Matrix = Answers['commitments']['byAgency']

/** Paragraph × agency, for the group: who answers what, and what nobody answers yet. */
export function AgenciesMatrixPage() {
  const t = useTranslations('commitments.matrix')
  const tPage = useTranslations('commitments.page')
  const { year } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: matrix } = useSuspenseQuery(trpc.commitments.byAgency.queryOptions({ year }))
  const above = (
    <Link to={paths.commitments} className="link">
      {tPage('all')}
    </Link>
  )
  const shownYear = matrix.memberYear
  const years = matrix.years.map(String)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={above}
      actions={
        <Button onClick={() => saveCsv(matrix, t('paragraph'), t('others', { year: String(matrix.memberYear) }))}>
          {t('csv')}
        </Button>
      }
    >
      <div>
        <FilterBar active={year === undefined ? 0 : 1} onClear={() => navigate({ search: {}, replace: true })}>
          <Select
            label={t('year')}
            value={year === undefined ? null : String(year)}
            onChange={(id) => navigate({ search: id === null ? {} : { year: Number(id) }, replace: true })}
            emptyOption={t('allYears')}
            options={years.map((id) => ({ id, name: id }))}
          />
        </FilterBar>
        <p className="my-4 max-w-3xl text-sm text-ink-soft">
          {t('members', { year: String(shownYear), unknown: matrix.sinceUnknown })} {t('joint')}
        </p>
        {matrix.agencies.length === 0 ? (
          <EmptyState title={t('empty', { year: String(shownYear) })}>{t('emptyLead')}</EmptyState>
        ) : (
          <MatrixTable matrix={matrix} />
        )}
      </div>
    </Page>
  )
}

function MatrixTable({ matrix: { agencies, paragraphs, year, memberYear } }: { matrix: Matrix }) {
  const t = useTranslations('commitments.matrix')
  const reader = useReader()
  const hasOthers = paragraphs.some(({ others }) => others > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section aria-label={t('scroll')} tabIndex={0} className="max-h-[75vh] overflow-auto border border-line">
      <table className="figures border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky start-0 top-0 z-20 border-b border-e border-line-strong bg-paper px-3 py-2 text-start"
            >
              {t('paragraph')}
            </th>
            {agencies.map(({ id, slug, acronym }) => (
              <th
                key={id}
                scope="col"
                className="sticky top-0 z-10 border-b border-line-strong bg-paper px-2 py-2 text-center font-medium"
              >
                <Link to={paths.agency} params={{ slug }} className="link whitespace-nowrap">
                  {acronym}
                </Link>
              </th>
            ))}
            {hasOthers && (
              <th
                scope="col"
                className="sticky top-0 z-10 min-w-40 border-b border-line-strong bg-paper px-2 py-2 text-center font-medium"
              >
                {t('others', { year: String(memberYear) })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {paragraphs.map(({ number, gist, counts, others }) => (
            <tr key={number}>
              <th
                scope="row"
                title={inLocale(gist, reader)}
                className="sticky start-0 z-10 border-b border-e border-line bg-paper px-3 py-1 text-start font-medium"
              >
                <Link
                  to={paths.commitment}
                  params={{ instrument: 'declaration-2017', number }}
                  className="link inline-block py-1 whitespace-nowrap"
                >
                  <bdi dir="ltr">{number}</bdi>
                </Link>
              </th>
              {counts.map((count, index) => {
                const agency = agencies[index]
                return (
                  <td key={agency?.id ?? index} className="border-b border-line p-0 text-center">
                    {count === 0 || !agency ? (
                      <span className="text-ink-soft">–</span>
                    ) : (
                      <Link
                        to={paths.activities}
                        search={{
                          paragraph: [number],
                          agency: [agency.slug],
                          ...(year !== null && { year }),
                        }}
                        aria-label={t('cell', { count, agency: agency.acronym, number })}
                        className="block min-w-11 bg-accent-wash px-2 py-2 text-accent-text hover:underline"
                      >
                        {formatNumber(reader, count)}
                      </Link>
                    )}
                  </td>
                )
              })}
              {hasOthers && (
                <td className="border-b border-line px-2 py-2 text-center">
                  {others === 0 ? <span className="text-ink-soft">–</span> : formatNumber(reader, others)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function saveCsv({ agencies, paragraphs, year }: Matrix, paragraph: string, outside: string): void {
  const rows = paragraphs.map(({ number, counts, others }) => [number, ...counts, others])
  const name = year === null ? 'paragraphs-by-agency.csv' : `paragraphs-by-agency-${year}.csv`
  download(name, 'text/csv', toCsv([paragraph, ...agencies.map(({ acronym }) => acronym), outside], rows))
}
