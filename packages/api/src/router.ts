import { checksRouter } from './checks/router.ts'
import { figuresRouter } from './figures/router.ts'
import { router } from './trpc.ts'
import { sessionRouter, usersRouter } from './users/router.ts'

export const appRouter = router({
  checks: checksRouter,
  figures: figuresRouter,
  session: sessionRouter,
  users: usersRouter,
})

export type AppRouter = typeof appRouter
