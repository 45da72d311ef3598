import { createRoute, createRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { pathHere } from './features/users/path-here.ts'
import { Loading } from './layout/Loading.tsx'
import { rootRoute } from './layout/root-route.tsx'
import { lazyPage } from './lazy-page.ts'
import { paths } from './paths.ts'

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.overview,
  component: lazyPage(() => import('./features/overview/OverviewPage.tsx').then((m) => m.OverviewPage)),
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

const routeTree = rootRoute.addChildren([
  signInRoute,
  welcomeRoute,
  tryRolesRoute,
  accountRoute,
  adminRoute,
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
