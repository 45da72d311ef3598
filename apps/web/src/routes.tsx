import { createRoute, createRouter } from '@tanstack/react-router'
import { Loading } from './layout/Loading.tsx'
import { rootRoute } from './layout/root-route.tsx'
import { lazyPage } from './lazy-page.ts'
import { paths } from './paths.ts'

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.overview,
  component: lazyPage(() => import('./features/overview/OverviewPage.tsx').then((m) => m.OverviewPage)),
})

const routeTree = rootRoute.addChildren([overviewRoute])

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
