import type { ActivityFilterInput } from '@concert/domain/activity-filter'
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

const activities: string = '/activities'

interface ActivitiesLinkProps {
  filter: ActivityFilterInput
  className?: string
  children: ReactNode
}

/** A link to the list of activities, narrowed; plain text where there is no such page. */
export function ActivitiesLink({ filter, className = 'link', children }: ActivitiesLinkProps) {
  const { routesByPath } = useRouter()
  if (!(activities in routesByPath)) return children
  return (
    <Link to={activities} search={filter as object} className={className}>
      {children}
    </Link>
  )
}
