import type { ActivityFilter } from '@concert/domain/activity-filter'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'

/** A link to the list of activities, narrowed. */
export function ActivitiesLink({ filter, children }: { filter: ActivityFilter; children: ReactNode }) {
  return (
    <Link to={paths.activities} search={filter} className="link">
      {children}
    </Link>
  )
}
