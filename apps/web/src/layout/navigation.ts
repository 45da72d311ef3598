import type { Role } from '@concert/domain/actor'
import type { Messages } from '@concert/messages/messages'

export interface NavigationItem {
  path: string
  label: keyof Messages['shell']['pages']
  /** Who sees it in the workspace; everyone signed in when left out. */
  roles?: readonly Role[]
}

/** What anyone may open, in the order of the header. */
export const publicPages: readonly NavigationItem[] = [
  { path: '/', label: 'overview' },
  { path: '/activities', label: 'activities' },
  { path: '/agencies', label: 'agencies' },
  { path: '/places', label: 'places' },
  { path: '/fund', label: 'fund' },
  { path: '/fund/donors', label: 'donors' },
  { path: '/commitments', label: 'commitments' },
  { path: '/meetings', label: 'meetings' },
  { path: '/how-we-count', label: 'howWeCount' },
]

/** What people who sign in work with. */
export const workspacePages: readonly NavigationItem[] = [
  { path: '/my', label: 'my' },
  { path: '/my/activities', label: 'myActivities' },
  { path: '/my/activities/new', label: 'newActivity', roles: ['contributor', 'focal_point'] },
  { path: '/coordination', label: 'coordination' },
  { path: '/my/imports', label: 'imports', roles: ['focal_point', 'fund_manager', 'coordinator'] },
  { path: '/books', label: 'books', roles: ['fund_manager'] },
  { path: '/my/feeds', label: 'feeds' },
  { path: '/fund/published', label: 'published', roles: ['fund_manager'] },
  { path: '/admin', label: 'admin', roles: ['administrator'] },
]

/** The pages that exist: a slice without a route has no link. */
export function existing(pages: readonly NavigationItem[], routes: object): NavigationItem[] {
  return pages.filter(({ path }) => path in routes)
}
