import type { Statement, StatementBreakdowns } from '@concert/domain/statement'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { use } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { filtersOf } from '../../books/search-values.ts'
import { download } from '../../charts/csv.ts'
import { DemonstrationNote } from '../../charts/demonstration.ts'
import { useExplain } from '../../errors.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWordsAt } from '../../words.ts'
import { PledgeBreakdowns } from './PledgeBreakdowns.tsx'
import { StatementFilters } from './StatementFilters.tsx'
import { Part, StatementSheet } from './StatementSheet.tsx'
import { periodOf, type StatementSearch } from './search.ts'
import { statementCsv } from './statement-csv.ts'

/** The books of a period on one sheet, to be printed and signed. */
export function StatementPage() {
  const t = useTranslations('statement')
  const reader = useReader()
  const explain = useExplain()
  const search: StatementSearch = filtersOf(useSearch({ from: paths.statement }))
  const navigate = useNavigate({ from: paths.statement })
  const period = periodOf(search)
  const { data: known } = useSuspenseQuery(trpc.statement.year.queryOptions({}))
  const statement = useQuery(trpc.statement.show.queryOptions(period))
  const breakdowns = useQuery(trpc.statement.breakdowns.queryOptions({ ...period, locale: reader }))
  const refusal = statement.error ? explain(statement.error) : undefined
  const refused = refusal && {
    field: refusal.field ?? refusal.issues[0]?.path,
    sentence: refusal.issues[0]?.sentence ?? refusal.sentence,
  }
  const change = (changed: Partial<StatementSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...changed }), replace: true, resetScroll: false })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={<BooksNavigation />}
      isSheet
      actions={
        statement.data && breakdowns.data && <Downloads statement={statement.data} breakdowns={breakdowns.data} />
      }
    >
      <StatementFilters search={search} years={known.years} refused={refused} onChange={change} />
      {refused && !refused.field && <Callout tone="danger">{refused.sentence}</Callout>}
      {statement.isPending && <Skeleton lines={12} />}
      {statement.data && (
        <StatementSheet statement={statement.data}>
          <Part isLong title={t('breakdown.title')} lead={t('breakdown.lead')}>
            {breakdowns.data ? <PledgeBreakdowns breakdowns={breakdowns.data} /> : <Skeleton lines={8} />}
          </Part>
        </StatementSheet>
      )}
    </Page>
  )
}

interface DownloadsProps {
  statement: Statement
  breakdowns: StatementBreakdowns
}

function Downloads({ statement, breakdowns }: DownloadsProps) {
  const t = useTranslations('statement')
  const wordsAt = useWordsAt()
  const demonstration = use(DemonstrationNote)
  const save = () => {
    const words = (key: string) => wordsAt(`statement.${key}`, { number: statement.asOfEntry }) ?? key
    const { from, until, asOfEntry } = statement
    const name = `${demonstration ? 'demonstration-' : ''}statement-${from}-${until}-entry-${asOfEntry}.csv`
    download(name, 'text/csv;charset=utf-8', statementCsv(statement, breakdowns, words))
  }
  return (
    <>
      <Button onClick={save}>
        <Icon name="download" /> CSV
      </Button>
      <Button look="primary" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  )
}
