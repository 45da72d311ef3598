import { type LetterRow, letterKind } from '@concert/domain/letter'
import { locale } from '@concert/domain/locales'
import { formatInstant } from '@concert/messages/format'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { DonorPicker } from '../../books/DonorField.tsx'
import { SearchField } from '../../books/SearchField.tsx'
import { countFilters } from '../../books/search-values.ts'
import { useListFilters } from '../../books/use-list-filters.ts'
import { ButtonLink } from '../../layout/links.ts'
import { ownNames, useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { DueReminders } from './DueReminders.tsx'
import { letterFile } from './letter-files.ts'
import { languageOptions, useAbout, useKindOptions } from './use-letter-words.ts'

/** What the fund wrote to its donors, and whom it should remind. */
export function LettersPage() {
  const t = useTranslations('letters')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      above={<BooksNavigation />}
      actions={
        <>
          <ButtonLink look="primary" to={paths.newLetter}>
            {t('write')}
          </ButtonLink>
          <ButtonLink to={paths.letterTemplates}>{t('toTemplates')}</ButtonLink>
        </>
      }
    >
      <LetterLog />
      <Section title={t('due.title')} lead={t('due.lead')}>
        <DueReminders />
      </Section>
    </Page>
  )
}

function LetterLog() {
  const t = useTranslations('letters.list')
  const reader = useReader()
  const list = useListFilters(useSearch({ from: paths.letters }))
  const { filters, change } = list
  const { data } = useSuspenseQuery(trpc.letters.list.queryOptions({ ...list.shown, locale: reader }))
  return (
    <div>
      <FilterBar active={countFilters(filters)} onClear={list.clear} result={t('found', { count: data.total })}>
        <SearchField
          label={t('search')}
          value={filters.text ?? ''}
          onChange={(text) => change({ text: text || undefined })}
        />
        <Select
          label={t('kind')}
          value={filters.kind ?? null}
          onChange={(kind) => change({ kind: letterKind.safeParse(kind).data })}
          emptyOption={t('anyKind')}
          options={useKindOptions()}
        />
        <Select
          label={t('language')}
          value={filters.language ?? null}
          onChange={(language) => change({ language: locale.safeParse(language).data })}
          emptyOption={t('anyLanguage')}
          options={languageOptions}
        />
        <DonorPicker
          label={t('donor')}
          value={filters.donorId ?? null}
          onChange={(donorId) => change({ donorId: donorId ?? undefined })}
        />
      </FilterBar>
      <LogTable rows={data.rows} isFiltered={list.isFiltered} />
      <Pagination page={data.page} pageSize={data.pageSize} total={data.total} onPage={list.toPage} />
    </div>
  )
}

function LogTable({ rows, isFiltered }: { rows: readonly LetterRow[]; isFiltered: boolean }) {
  const t = useTranslations('letters')
  const reader = useReader()
  const about = useAbout()
  return (
    <DataTable
      caption={t('title')}
      density="dense"
      rows={rows}
      rowKey={({ reference }) => reference}
      empty={
        <EmptyState title={isFiltered ? t('list.noneFound') : t('list.emptyTitle')}>
          {isFiltered ? t('list.noneFoundLead') : t('list.emptyLead')}
        </EmptyState>
      }
      columns={[
        {
          id: 'reference',
          header: t('list.reference'),
          cell: ({ reference }) => (
            <Link to={paths.letter} params={{ reference }} className="link figures whitespace-nowrap">
              {reference}
            </Link>
          ),
        },
        {
          id: 'kind',
          header: t('list.kind'),
          cell: ({ kind, language }) => (
            <>
              {t(`kinds.${kind}`)}
              <span className="block text-sm text-ink-soft">{ownNames[language]}</span>
            </>
          ),
        },
        {
          id: 'donor',
          header: t('list.donor'),
          cell: ({ donorId, donorName }) => (
            <Link to={paths.bookedDonor} params={{ id: donorId }} className="link" dir="auto">
              {donorName ?? t('list.unnamed')}
            </Link>
          ),
        },
        { id: 'about', header: t('list.about'), cell: (letter) => <bdi className="figures">{about(letter)}</bdi> },
        {
          id: 'made',
          header: t('list.made'),
          cell: ({ madeAt, madeBy }) => t('list.madeBy', { when: formatInstant(reader, madeAt), who: madeBy }),
        },
        {
          id: 'file',
          header: t('letter.download'),
          align: 'end',
          cell: ({ reference }) => (
            <LinkButton
              size="small"
              href={letterFile(reference)}
              download
              aria-label={`${t('letter.download')} ${reference}`}
            >
              DOCX
            </LinkButton>
          ),
        },
      ]}
    />
  )
}
