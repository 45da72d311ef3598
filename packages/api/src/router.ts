import { activitiesRouter } from './activities/router.ts'
import { agenciesRouter } from './agencies/router.ts'
import { agendaRouter } from './agenda/router.ts'
import { bankListsRouter } from './bank-lists/router.ts'
import { calendarRouter } from './calendar/router.ts'
import { checksRouter } from './checks/router.ts'
import { commitmentsRouter } from './commitments/router.ts'
import { digestsRouter } from './digests/router.ts'
import { donorsRouter } from './donors/router.ts'
import { feedsRouter } from './feeds/router.ts'
import { figuresRouter } from './figures/router.ts'
import { fundRouter } from './fund/router.ts'
import { gapsRouter } from './gaps/router.ts'
import { grantsRouter } from './grants/router.ts'
import { importsRouter } from './imports/router.ts'
import { inboxRouter } from './inbox/router.ts'
import { indicatorsRouter } from './indicators/router.ts'
import { journalRouter } from './journal/router.ts'
import { lettersRouter } from './letters/router.ts'
import { meetingsRouter } from './meetings/router.ts'
import { outboxRouter } from './outbox/router.ts'
import { outreachRouter } from './outreach/router.ts'
import { overlapsRouter } from './overlaps/router.ts'
import { paymentsRouter } from './payments/router.ts'
import { periodsRouter } from './periods/router.ts'
import { placesRouter } from './places/router.ts'
import { pledgesRouter } from './pledges/router.ts'
import { publishedRouter } from './published/router.ts'
import { ratesRouter } from './rates/router.ts'
import { reconciliationRouter } from './reconciliation/router.ts'
import { releasesRouter } from './releases/router.ts'
import { requestsRouter } from './requests/router.ts'
import { roundsRouter } from './rounds/router.ts'
import { signaturesRouter } from './signatures/router.ts'
import { statementRouter } from './statement/router.ts'
import { treasuryRouter } from './treasury/router.ts'
import { router } from './trpc.ts'
import { sessionRouter, usersRouter } from './users/router.ts'

export const appRouter = router({
  activities: activitiesRouter,
  published: publishedRouter,
  commitments: commitmentsRouter,
  indicators: indicatorsRouter,
  imports: importsRouter,
  inbox: inboxRouter,
  meetings: meetingsRouter,
  places: placesRouter,
  agencies: agenciesRouter,
  agenda: agendaRouter,
  outreach: outreachRouter,
  calendar: calendarRouter,
  checks: checksRouter,
  digests: digestsRouter,
  outbox: outboxRouter,
  feeds: feedsRouter,
  figures: figuresRouter,
  fund: fundRouter,
  gaps: gapsRouter,
  grants: grantsRouter,
  donors: donorsRouter,
  pledges: pledgesRouter,
  payments: paymentsRouter,
  rates: ratesRouter,
  journal: journalRouter,
  periods: periodsRouter,
  letters: lettersRouter,
  treasury: treasuryRouter,
  releases: releasesRouter,
  rounds: roundsRouter,
  requests: requestsRouter,
  signatures: signaturesRouter,
  statement: statementRouter,
  bankLists: bankListsRouter,
  reconciliation: reconciliationRouter,
  session: sessionRouter,
  overlaps: overlapsRouter,
  users: usersRouter,
})

export type AppRouter = typeof appRouter
