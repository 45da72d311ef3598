import { narrativeIn } from '@concert/domain/activity'
import type { ActivitySummary } from '@concert/domain/activity-view'
import type { OverlapPairView } from '@concert/domain/overlap-verdict'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '../layout/links.ts'
import { useReader } from '../locale.tsx'
import { paths } from '../paths.ts'
import { Badge } from '../ui/Badge.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { JoinLine } from './JoinLine.tsx'
import { OverlapReasons } from './OverlapReasons.tsx'
import { OverlapVerdicts } from './OverlapVerdicts.tsx'
import { SettleOverlap } from './SettleOverlap.tsx'

/** Pairs of activities side by side, with the reasons, and the verdict or the buttons that give one. */
export function OverlapTable({ pairs, empty }: { pairs: readonly OverlapPairView[]; empty?: ReactNode }) {
  const t = useTranslations('overlaps')
  return (
    <DataTable
      caption={t('list.caption')}
      rows={pairs}
      rowKey={({ activities }) => activities.map(({ reference }) => reference).join(' ')}
      empty={empty}
      columns={[
        {
          id: 'pair',
          header: t('list.pair'),
          cell: ({ activities: [a, b] }) => (
            <div className="grid gap-3 font-normal">
              <Side activity={a} />
              <Side activity={b} />
            </div>
          ),
        },
        {
          id: 'why',
          header: t('list.why'),
          cell: ({ score, reasons }) => (
            <div className="grid min-w-52 gap-2">
              <span className="figures font-medium">{t('score', { score })}</span>
              <OverlapReasons reasons={reasons} />
            </div>
          ),
        },
        {
          id: 'what',
          header: t('list.what'),
          cell: ({ activities: [a, b], reasons, state, verdicts, changed, maySettle, join }) => (
            <div className="grid min-w-48 justify-items-start gap-2">
              <Badge tone={state === 'open' ? 'warning' : 'success'}>{t(`states.${state}`)}</Badge>
              {join && <JoinLine join={join} />}
              <OverlapVerdicts verdicts={verdicts} changed={changed} />
              <ButtonLink size="small" to={paths.overlapPair} params={{ one: a.reference, other: b.reference }}>
                {t(state === 'open' && maySettle ? 'settle.join' : 'settle.compare')}
              </ButtonLink>
              {state === 'open' && maySettle && (
                <SettleOverlap references={[a.reference, b.reference]} reasons={reasons} />
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

function Side({ activity }: { activity: ActivitySummary }) {
  const words = useTranslations('activities')
  const reader = useReader()
  return (
    <div>
      <p className="text-sm text-ink-soft">
        <bdi className="font-medium text-ink">
          {[activity.lead, ...activity.partners].flatMap((agency) => agency?.acronym ?? []).join(' · ')}
        </bdi>{' '}
        <span className="figures">{activity.reference}</span>
      </p>
      <Link to={paths.activity} params={{ reference: activity.reference }} className="link break-words" dir="auto">
        {narrativeIn(activity.title, reader)?.text ?? words('untitled')}
      </Link>
    </div>
  )
}
