import { codeKey, publishedSet, publishedSets } from '@concert/domain/codelists'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl/react'
import { paths } from '../../paths.ts'
import { useHasRole } from '../../roles.ts'
import { trpc } from '../../trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { PublishedTable } from './PublishedTable.tsx'
import { publishedSearch, publishedStates } from './search.ts'

const route = getRouteApi(paths.published)

/** What has been published about the fund, side by side; a fund manager decides what the public sees of it. */
export function PublishedPage() {
  const t = useTranslations('published')
  const tCodes = useTranslations('codes')
  const { set = 'fund_totals', state } = route.useSearch()
  const navigate = route.useNavigate()
  const isFundManager = useHasRole('fund_manager')
  const { data: figures } = useSuspenseQuery(trpc.published.list.queryOptions())
  const shown = figures.filter(({ clearedAt }) => state === undefined || (state === 'cleared') === (clearedAt !== null))
  const cleared = figures.filter(({ clearedAt }) => clearedAt !== null).length
  const sets = publishedSets.filter((each) => isFundManager || figures.some((figure) => figure.set === each))
  const selected = sets.includes(set) ? set : sets[0]
  if (selected === undefined) {
    return (
      <Page title={t('title')} lead={t('lead')}>
        <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div>
        {isFundManager && (
          <FilterBar
            active={state === undefined ? 0 : 1}
            onClear={() => navigate({ search: (now) => ({ ...now, state: undefined }), replace: true })}
            result={t('found', { cleared, total: figures.length })}
          >
            <Select
              label={t('show')}
              value={state ?? null}
              emptyOption={t('filter.all')}
              onChange={(id) =>
                navigate({
                  search: (now) => ({ ...now, state: publishedSearch.shape.state.parse(id ?? undefined) }),
                  replace: true,
                })
              }
              options={publishedStates.map((id) => ({ id, name: t(`filter.${id}`) }))}
            />
          </FilterBar>
        )}
        <Tabs
          label={t('title')}
          selected={selected}
          onSelect={(id) => navigate({ search: (now) => ({ ...now, set: publishedSet.parse(id) }), replace: true })}
          tabs={sets.map((each) => ({
            id: each,
            title: tCodes(codeKey('publishedSets', each)),
            content: (
              <PublishedTable
                caption={tCodes(codeKey('publishedSets', each))}
                figures={shown.filter((figure) => figure.set === each)}
              />
            ),
          }))}
        />
      </div>
    </Page>
  )
}
