import { type ActivityStatus, activityStatuses } from '@concert/domain/activity'
import { useTranslations } from 'use-intl/react'
import { barLooks } from '../charts/TimelineBars.tsx'

/** What the bars look like, of those that there are. */
export function TimelineLegend({ statuses }: { statuses: readonly ActivityStatus[] }) {
  const t = useTranslations('activities.statuses')
  const tCalendar = useTranslations('calendar')
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {activityStatuses
        .filter((status) => statuses.includes(status))
        .map((status) => (
          <li key={status} className="flex items-center gap-2">
            <svg width={28} height={16} aria-hidden="true">
              <rect x={1} y={1} width={26} height={14} {...barLooks[status]} />
            </svg>
            {t(status)}
          </li>
        ))}
      <li className="flex items-center gap-2">
        <svg width={4} height={16} aria-hidden="true">
          <line x1={2} x2={2} y1={0} y2={16} stroke="var(--ink)" strokeDasharray="4 3" />
        </svg>
        {tCalendar('today')}
      </li>
    </ul>
  )
}
