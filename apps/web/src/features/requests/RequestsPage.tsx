import { codeKey, pillar, pillars } from '@concert/domain/codelists'
import { requestStage, requestStages } from '@concert/domain/request'
import { formatDate } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useListFilters } from '../../books/use-list-filters.ts'
import { CoordinationNavigation } from '../../coordination/CoordinationNavigation.tsx'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { type Answers, trpc } from '../../trpc.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Select } from '../../ui/Select.tsx'
import { Indicators } from './Indicators.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { Releases } from './Releases.tsx'
import { StageBadge } from './StageBadge.tsx'

type Row = Answers['requests']['list']['rows'][number]

/** What Member States asked the group for, and how far each request is. */
export function RequestsPage() {
  const t = useTranslations('requests')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  const isCoordinator = useHasRole('coordinator')
  const [isRecording, setRecording] = useState(false)
  const { from: _from, until: _until, ...address } = useSearch({ from: paths.requests })
  const { filters, shown, isFiltered, change, clear, toPage } = useListFilters(address)
  const { data } = useSuspenseQuery(trpc.requests.list.queryOptions({ ...shown, locale: reader }))
  const record = isCoordinator && (
    <Button look="primary" onClick={() => setRecording(true)}>
      {t('record')}
    </Button>
  )
  const active = [filters.stage, filters.pillar, filters.unanswered].filter((value) => value !== undefined).length
  return (
    <Page title={t('title')} lead={t('lead')} above={<CoordinationNavigation />} actions={record}>
      <div>
        <FilterBar active={active} onClear={clear} result={t('found', { count: data.total })}>
          <Select
            label={t('fact.stage')}
            value={filters.stage ?? null}
            onChange={(id) => change({ stage: id === null ? undefined : requestStage.parse(id) })}
            emptyOption={t('any')}
            options={requestStages.map((id) => ({ id, name: t(`stages.${id}`) }))}
          />
          <Select
            label={t('fact.pillars')}
            value={filters.pillar ?? null}
            onChange={(id) => change({ pillar: id === null ? undefined : pillar.parse(id) })}
            emptyOption={t('any')}
            options={pillars.map((id) => ({ id, name: tCodes(codeKey('pillars', id)) }))}
          />
          <Checkbox
            label={t('unanswered')}
            value={filters.unanswered ?? false}
            onChange={(isOn) => change({ unanswered: isOn || undefined })}
          />
        </FilterBar>
        <RequestTable
          rows={data.rows}
          empty={
            isFiltered ? (
              <EmptyState title={t('noneFound')} />
            ) : (
              <EmptyState title={t('emptyTitle')} action={record}>
                {t('emptyLead')}
              </EmptyState>
            )
          }
        />
        <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={toPage} />
      </div>
      <Indicators />
      <Releases />
      {isRecording && <RecordDialog onClose={() => setRecording(false)} />}
    </Page>
  )
}

function RequestTable({ rows, empty }: { rows: readonly Row[]; empty: ReactNode }) {
  const t = useTranslations('requests')
  const tCodes = useTranslations('codes')
  const reader = useReader()
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={({ reference }) => reference}
      empty={empty}
      density="dense"
      columns={[
        {
          id: 'reference',
          header: t('fact.reference'),
          cell: ({ reference }) => (
            <Link to={paths.request} params={{ reference }} className="link figures whitespace-nowrap">
              {reference}
            </Link>
          ),
        },
        { id: 'state', header: t('fact.state'), cell: ({ placeName }) => placeName },
        {
          id: 'subject',
          header: t('fact.subject'),
          cell: ({ subject, language }) => (
            <bdi lang={language} className="break-words">
              {subject}
            </bdi>
          ),
        },
        {
          id: 'received',
          header: t('fact.received'),
          cell: ({ receivedOn }) => formatDate(reader, receivedOn, 'short'),
        },
        {
          id: 'pillars',
          header: t('fact.pillars'),
          cell: (row) => row.pillars.map((code) => tCodes(codeKey('pillars', code))).join(' · '),
        },
        { id: 'stage', header: t('fact.stage'), cell: ({ stage }) => <StageBadge stage={stage} /> },
      ]}
    />
  )
}
