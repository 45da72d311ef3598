import { locale } from '@concert/domain/locales'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, retainSearchParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { z } from 'zod'
import { LocaleProvider, preferredLocale } from '../locale.tsx'
import { queryClient } from '../trpc.ts'
import { ToastProvider } from '../ui/Toast.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './Shell.tsx'

const rootSearch = z.object({ lang: locale.optional().catch(undefined) })

export const rootRoute = createRootRoute({
  validateSearch: rootSearch,
  search: { middlewares: [retainSearchParams(['lang'])] },
  component: Root,
  errorComponent: RootError,
  notFoundComponent: NotFoundPage,
})

function Root() {
  const { lang } = rootRoute.useSearch()
  return (
    <Suspense>
      <LocaleProvider locale={lang ?? preferredLocale()}>
        <QueryClientProvider client={queryClient}>
          <ToastProvider>
            <Shell />
          </ToastProvider>
        </QueryClientProvider>
      </LocaleProvider>
    </Suspense>
  )
}

function RootError({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Suspense>
      <LocaleProvider locale={preferredLocale()}>
        <ErrorPage error={error} reset={reset} />
      </LocaleProvider>
    </Suspense>
  )
}
