import type { ActivitySummary } from '@concert/domain/activity-view'
import { useTranslations } from 'use-intl/react'
import { Badge } from '../../ui/Badge.tsx'

/** Who can see it, where that is not everyone, and whether an import has been judged. */
export function VisibilityBadges({ activity }: { activity: Pick<ActivitySummary, 'visibility' | 'relevance'> }) {
  const t = useTranslations('activities')
  const isOpen = activity.relevance === 'pending' || activity.relevance === 'not_relevant'
  return (
    <>
      {activity.visibility !== 'public' && (
        <Badge tone={activity.visibility === 'draft' ? 'warning' : 'neutral'}>
          {t(`visibilities.${activity.visibility}`)}
        </Badge>
      )}
      {isOpen && <Badge tone="warning">{t(`relevances.${activity.relevance}`)}</Badge>}
    </>
  )
}

const tones = { planned: 'neutral', ongoing: 'accent', completed: 'success', cancelled: 'danger' } as const

export function StatusBadge({ status }: { status: ActivitySummary['status'] }) {
  const t = useTranslations('activities.statuses')
  return <Badge tone={tones[status]}>{t(status)}</Badge>
}
