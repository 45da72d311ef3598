import type { AppRouter } from '@concert/api/router'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, isTRPCClientError, type TRPCClientError } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'

/** What each procedure answers: `Answers['users']['list']`. */
export type Answers = inferRouterOutputs<AppRouter>

/** Whether this is what the server answered, and not the line that broke. */
export function isServerError(error: unknown): error is TRPCClientError<AppRouter> {
  return isTRPCClientError<AppRouter>(error)
}

function isRefusal(error: unknown): boolean {
  return isServerError(error) && error.data !== undefined && error.data !== null
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (failures, error) => !isRefusal(error) && failures < 2 },
    mutations: { retry: false },
  },
  // What a write changed is asked for again wherever it is on the screen.
  mutationCache: new MutationCache({ onSuccess: () => queryClient.invalidateQueries() }),
})

/** For what must not ask everything on the screen again, as on a slow line. */
export const client = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/trpc',
      maxURLLength: 4000,
      headers: () => ({ 'x-concert-language': document.documentElement.lang }),
    }),
  ],
})

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })
