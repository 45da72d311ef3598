import { agencyYear } from '@concert/domain/agency'
import { createRoute, createRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { coordinationRoutes } from './coordination-routes.tsx'
import { readActivitySearch } from './features/activities/search.ts'
import { commitmentSearch, matrixSearch } from './features/commitments/search.ts'
import { reviewSearch } from './features/imports/search.ts'
import { indicatorSearch } from './features/indicators/search.ts'
import { overviewSearch } from './features/overview/search.ts'
import { publishedSearch } from './features/published/search.ts'
import { pathHere } from './features/users/path-here.ts'
import { fundRoutes } from './fund-routes.tsx'
import { Loading } from './layout/Loading.tsx'
import { rootRoute } from './layout/root-route.tsx'
import { lazyFirstPage, lazyPage } from './lazy-page.ts'
import { paths } from './paths.ts'

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.overview,
  validateSearch: overviewSearch,
  component: lazyFirstPage(() => import('./features/overview/OverviewPage.tsx').then((m) => m.OverviewPage)),
})

const howWeCountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.howWeCount,
  component: lazyPage(() => import('./features/how-we-count/HowWeCountPage.tsx').then((m) => m.HowWeCountPage)),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.signIn,
  validateSearch: z.object({ next: pathHere.optional().catch(undefined) }),
  component: lazyPage(() => import('./features/users/SignInPage.tsx').then((m) => m.SignInPage)),
})

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.welcome,
  component: lazyPage(() => import('./features/users/WelcomePage.tsx').then((m) => m.WelcomePage)),
})

const tryRolesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.tryRoles,
  component: lazyPage(() => import('./features/users/TryPage.tsx').then((m) => m.TryPage)),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.account,
  component: lazyPage(() => import('./features/users/AccountPage.tsx').then((m) => m.AccountPage)),
})

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.admin,
  validateSearch: z.object({ search: z.string().max(200).optional().catch(undefined) }),
  component: lazyPage(() => import('./features/users/PeoplePage.tsx').then((m) => m.PeoplePage)),
})

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.outbox,
  component: lazyPage(() => import('./features/outbox/OutboxPage.tsx').then((m) => m.OutboxPage)),
})

const agenciesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.agencies,
  validateSearch: z.object({ year: agencyYear.optional().catch(undefined) }),
  component: lazyPage(() => import('./features/agencies/AgenciesPage.tsx').then((m) => m.AgenciesPage)),
})

const agencyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.agency,
  component: lazyPage(() => import('./features/agencies/AgencyPage.tsx').then((m) => m.AgencyPage)),
})

const placesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.places,
  validateSearch: z.object({ q: z.string().max(100).optional().catch(undefined) }),
  component: lazyPage(() => import('./features/places/PlacesPage.tsx').then((m) => m.PlacesPage)),
})

const placeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.place,
  component: lazyPage(() => import('./features/places/PlacePage.tsx').then((m) => m.PlacePage)),
})

const commitmentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.commitments,
  validateSearch: commitmentSearch,
  component: lazyPage(() => import('./features/commitments/CommitmentsPage.tsx').then((m) => m.CommitmentsPage)),
})

const commitmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.commitment,
  component: lazyPage(() => import('./features/commitments/ParagraphPage.tsx').then((m) => m.ParagraphPage)),
})

const commitmentAgenciesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.commitmentAgencies,
  validateSearch: matrixSearch,
  component: lazyPage(() => import('./features/commitments/AgenciesMatrixPage.tsx').then((m) => m.AgenciesMatrixPage)),
})

const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.indicator,
  validateSearch: indicatorSearch,
  component: lazyPage(() => import('./features/indicators/IndicatorPage.tsx').then((m) => m.IndicatorPage)),
})

const importObservationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.importObservations,
  component: lazyPage(() =>
    import('./features/indicators/ImportObservationsPage.tsx').then((m) => m.ImportObservationsPage),
  ),
})

const meetingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.meetings,
  component: lazyPage(() => import('./features/meetings/MeetingsPage.tsx').then((m) => m.MeetingsPage)),
})

const meetingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.meeting,
  component: lazyPage(() => import('./features/meetings/MeetingPage.tsx').then((m) => m.MeetingPage)),
})

const publishedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.published,
  validateSearch: publishedSearch,
  component: lazyPage(() => import('./features/published/PublishedPage.tsx').then((m) => m.PublishedPage)),
})

const activitiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.activities,
  validateSearch: readActivitySearch,
  component: lazyPage(() => import('./features/activities/ActivitiesPage.tsx').then((m) => m.ActivitiesPage)),
})

const activityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.activity,
  component: lazyPage(() => import('./features/activities/ActivityPage.tsx').then((m) => m.ActivityPage)),
})

const myRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.my,
  component: lazyPage(() => import('./inbox/InboxPage.tsx').then((m) => m.InboxPage)),
})

const myActivitiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.myActivities,
  validateSearch: z.object({ page: z.int().min(1).optional().catch(undefined) }),
  component: lazyPage(() => import('./features/activities/OurActivitiesPage.tsx').then((m) => m.OurActivitiesPage)),
})

const newActivityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.newActivity,
  component: lazyPage(() => import('./features/activities/NewActivityPage.tsx').then((m) => m.NewActivityPage)),
})

const editActivityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.editActivity,
  validateSearch: z.object({ check: z.boolean().optional().catch(undefined) }),
  component: lazyPage(() => import('./features/activities/EditActivityPage.tsx').then((m) => m.EditActivityPage)),
})

const digestRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.digest,
  component: lazyPage(() => import('./features/digests/DigestPage.tsx').then((m) => m.DigestPage)),
})

const feedsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.feeds,
  component: lazyPage(() => import('./features/feeds/FeedsPage.tsx').then((m) => m.FeedsPage)),
})

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.imports,
  component: lazyPage(() => import('./features/imports/ImportsPage.tsx').then((m) => m.ImportsPage)),
})

const reviewImportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.reviewImports,
  validateSearch: reviewSearch,
  component: lazyPage(() => import('./features/imports/ReviewPage.tsx').then((m) => m.ReviewPage)),
})

const routeTree = rootRoute.addChildren([
  ...fundRoutes,
  ...coordinationRoutes,
  digestRoute,
  feedsRoute,
  importsRoute,
  reviewImportsRoute,
  activitiesRoute,
  activityRoute,
  myRoute,
  myActivitiesRoute,
  newActivityRoute,
  editActivityRoute,
  agenciesRoute,
  agencyRoute,
  placesRoute,
  placeRoute,
  commitmentsRoute,
  commitmentRoute,
  commitmentAgenciesRoute,
  indicatorRoute,
  importObservationsRoute,
  meetingsRoute,
  meetingRoute,
  publishedRoute,
  signInRoute,
  welcomeRoute,
  tryRolesRoute,
  accountRoute,
  adminRoute,
  outboxRoute,
  overviewRoute,
  howWeCountRoute,
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
