import { activitiesRouter } from './activities/router.ts'
import { agenciesRouter } from './agencies/router.ts'
import { checksRouter } from './checks/router.ts'
import { commitmentsRouter } from './commitments/router.ts'
import { figuresRouter } from './figures/router.ts'
import { importsRouter } from './imports/router.ts'
import { meetingsRouter } from './meetings/router.ts'
import { placesRouter } from './places/router.ts'
import { publishedRouter } from './published/router.ts'
import { router } from './trpc.ts'
import { sessionRouter, usersRouter } from './users/router.ts'

export const appRouter = router({
  activities: activitiesRouter,
  published: publishedRouter,
  commitments: commitmentsRouter,
  imports: importsRouter,
  meetings: meetingsRouter,
  places: placesRouter,
  agencies: agenciesRouter,
  checks: checksRouter,
  figures: figuresRouter,
  session: sessionRouter,
  users: usersRouter,
})

export type AppRouter = typeof appRouter
