import { type ReconciliationStateName, reconciliationStates } from '@concert/domain/reconciliation-views'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { paths } from '../../paths.ts'
import type { Answers } from '../../trpc.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { LinesTable } from './LinesTable.tsx'

/** The four states, each with how many lines are in it. Which one is open stands in the address. */
export function StateTabs({ state }: { state: Answers['reconciliation']['state']['state'] }) {
  const t = useTranslations('reconciliation')
  const search = useSearch({ from: paths.reconciliation })
  const navigate = useNavigate({ from: paths.reconciliation })
  const counts: Record<ReconciliationStateName, number> = {
    matched: state.matched,
    only_here: state.unmatchedHere,
    only_there: state.unmatchedThere,
    different: state.different,
  }
  const open = search.state ?? reconciliationStates.find((name) => name !== 'matched' && counts[name] > 0) ?? 'matched'
  return (
    <Tabs
      label={t('tabs.label')}
      selected={open}
      onSelect={(id) => {
        const chosen = reconciliationStates.find((name) => name === id)
        if (chosen !== open)
          void navigate({ search: (now) => ({ ...now, state: chosen, page: undefined }), replace: true })
      }}
      tabs={reconciliationStates.map((name) => ({
        id: name,
        title: t('tabs.count', { name: t(`states.${name}`), count: counts[name] }),
        content: (
          <Suspense fallback={<Skeleton height={12} />}>
            <LinesTable state={name} page={search.page ?? 1} />
          </Suspense>
        ),
      }))}
    />
  )
}
