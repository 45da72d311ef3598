import { useQuery } from '@tanstack/react-query'
import { CatchBoundary, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { DemonstrationNote } from '../charts/demonstration.ts'
import { trpc } from '../trpc.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { Loading } from './Loading.tsx'

/** What stands around every page. */
export function Shell() {
  const t = useTranslations('shell')
  const { data: me } = useQuery(trpc.session.me.queryOptions())
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname })
  const main = useRef<HTMLElement>(null)
  const shownPath = useRef(pathname)
  useEffect(() => {
    if (shownPath.current === pathname) return
    shownPath.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute start-4 z-50 -translate-y-full rounded-b bg-accent px-4 py-2 text-on-accent focus:translate-y-0 print:hidden"
      >
        {t('skipToContent')}
      </a>
      <Header />
      <main ref={main} id="main" tabIndex={-1} className="grow outline-none">
        <DemonstrationNote value={me?.demonstration ? t('demonstration') : null}>
          <CatchBoundary getResetKey={() => pathname} errorComponent={ErrorPage}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </CatchBoundary>
        </DemonstrationNote>
      </main>
      <Footer />
    </div>
  )
}
