import { outreachStage } from '@concert/domain/outreach'
import { type AnyRoute, createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { calendarSearch } from './features/calendar/search.ts'
import { gapSearch } from './features/gaps/search.ts'
import { overlapSearch } from './features/overlaps/search.ts'
import { requestSearch } from './features/requests/search.ts'
import { rootRoute } from './layout/root-route.tsx'
import { lazyPage } from './lazy-page.ts'
import { paths } from './paths.ts'

/** The group's pages begin with the agenda. */
const coordinationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.coordination,
  beforeLoad: () => {
    throw redirect({ to: paths.agenda, search: (search) => search, replace: true })
  },
})

const agendaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.agenda,
  validateSearch: z.object({ meeting: z.uuid().optional().catch(undefined) }),
  component: lazyPage(() => import('./features/agenda/AgendaPage.tsx').then((m) => m.AgendaPage)),
})

const calendarRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.calendar,
  validateSearch: calendarSearch,
  component: lazyPage(() => import('./features/calendar/CalendarPage.tsx').then((m) => m.CalendarPage)),
})

const gapsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.gaps,
  validateSearch: gapSearch,
  component: lazyPage(() => import('./features/gaps/GapsPage.tsx').then((m) => m.GapsPage)),
})

const outreachRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.outreach,
  validateSearch: z.object({ stage: outreachStage.optional().catch(undefined) }),
  component: lazyPage(() => import('./features/outreach/OutreachPage.tsx').then((m) => m.OutreachPage)),
})

const releasesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.releases,
  component: lazyPage(() => import('./features/releases/ReleasesPage.tsx').then((m) => m.ReleasesPage)),
})

const peopleReachedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.peopleReached,
  validateSearch: z.object({ release: z.int().positive().optional().catch(undefined) }),
  component: lazyPage(() => import('./features/releases/PeopleReachedPage.tsx').then((m) => m.PeopleReachedPage)),
})

const roundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.round,
  validateSearch: z.object({ round: z.uuid().optional().catch(undefined) }),
  component: lazyPage(() => import('./features/rounds/RoundPage.tsx').then((m) => m.RoundPage)),
})

const overlapsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.overlaps,
  validateSearch: overlapSearch,
  component: lazyPage(() => import('./features/overlaps/OverlapsPage.tsx').then((m) => m.OverlapsPage)),
})

const overlapPairRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.overlapPair,
  component: lazyPage(() => import('./features/overlaps/OverlapPairPage.tsx').then((m) => m.OverlapPairPage)),
})

const requestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.requests,
  validateSearch: requestSearch,
  component: lazyPage(() => import('./features/requests/RequestsPage.tsx').then((m) => m.RequestsPage)),
})

const requestRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.request,
  component: lazyPage(() => import('./features/requests/RequestPage.tsx').then((m) => m.RequestPage)),
})

export const coordinationRoutes = [
  coordinationRoute,
  roundRoute,
  agendaRoute,
  calendarRoute,
  gapsRoute,
  outreachRoute,
  overlapsRoute,
  overlapPairRoute,
  releasesRoute,
  peopleReachedRoute,
  requestsRoute,
  requestRoute,
] as const satisfies readonly AnyRoute[]
