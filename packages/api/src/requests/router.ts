import { placeCode } from '@concert/domain/activity'
import { assistanceReleaseMaking } from '@concert/domain/assistance-release'
import { calendarDate } from '@concert/domain/calendar-date'
import { pillar } from '@concert/domain/codelists'
import { locale } from '@concert/domain/locales'
import {
  consentRecord,
  offerAcceptance,
  offerChoice,
  offerRecord,
  oneRequest,
  requestCorrection,
  requestMove,
  requestRecord,
  requestStage,
} from '@concert/domain/request'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { acceptOffer } from './accept-offer.ts'
import { listAssistanceReleases, previewAssistanceRelease, readAssistanceIndicators } from './assistance-queries.ts'
import { correctRequest } from './correct-request.ts'
import { moveRequest } from './move-request.ts'
import { offerAssistance } from './offer-assistance.ts'
import { getRequestPage, listNamedRequests, listRequests, listRequestsForUs } from './queries.ts'
import { recordConsent } from './record-consent.ts'
import { recordRequest } from './record-request.ts'
import { releaseAssistance } from './release-assistance.ts'
import { withdrawConsent } from './withdraw-consent.ts'
import { withdrawOffer } from './withdraw-offer.ts'

const requestFilter = z.strictObject({
  stage: requestStage.optional(),
  placeCode: placeCode.optional(),
  pillar: pillar.optional(),
  unanswered: z.boolean().optional(),
  page: z.int().min(1).max(10_000).default(1),
  locale,
})

const period = z.strictObject({ from: calendarDate.optional(), until: calendarDate.optional() })

export const requestsRouter = router({
  list: procedure
    .meta({ policy: 'group.read' })
    .input(requestFilter)
    .query(({ ctx, input }) => listRequests(ctx, input)),
  get: procedure
    .meta({ policy: 'group.read' })
    .input(oneRequest.extend({ locale }))
    .query(({ ctx, input }) => getRequestPage(ctx, input)),
  named: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ code: z.string().max(10) }))
    .query(({ ctx, input }) => listNamedRequests(ctx, input)),
  forUs: procedure
    .meta({ policy: 'requests.offer' })
    .input(z.strictObject({ locale }))
    .query(({ ctx, input }) => listRequestsForUs(ctx, input)),
  indicators: procedure
    .meta({ policy: 'group.read' })
    .input(period)
    .query(({ ctx, input }) => readAssistanceIndicators(ctx, input)),
  told: procedure.meta({ policy: 'public' }).query(({ ctx }) => listAssistanceReleases(ctx)),
  previewRelease: procedure
    .meta({ policy: 'coordination.write' })
    .input(assistanceReleaseMaking.pick({ untilOn: true }))
    .query(({ ctx, input }) => previewAssistanceRelease(ctx, input)),
  release: procedure
    .meta({ policy: 'coordination.write' })
    .input(assistanceReleaseMaking)
    .mutation(({ ctx, input }) => releaseAssistance(ctx, input)),
  record: procedure
    .meta({ policy: 'coordination.write' })
    .input(requestRecord)
    .mutation(({ ctx, input }) => recordRequest(ctx, input)),
  move: procedure
    .meta({ policy: 'coordination.write' })
    .input(requestMove)
    .mutation(({ ctx, input }) => moveRequest(ctx, input)),
  correct: procedure
    .meta({ policy: 'coordination.write' })
    .input(requestCorrection)
    .mutation(({ ctx, input }) => correctRequest(ctx, input)),
  offer: procedure
    .meta({ policy: 'requests.offer' })
    .input(offerRecord)
    .mutation(({ ctx, input }) => offerAssistance(ctx, input)),
  withdrawOffer: procedure
    .meta({ policy: 'requests.offer' })
    .input(offerChoice)
    .mutation(({ ctx, input }) => withdrawOffer(ctx, input)),
  acceptOffer: procedure
    .meta({ policy: 'coordination.write' })
    .input(offerAcceptance)
    .mutation(({ ctx, input }) => acceptOffer(ctx, input)),
  recordConsent: procedure
    .meta({ policy: 'coordination.write' })
    .input(consentRecord)
    .mutation(({ ctx, input }) => recordConsent(ctx, input)),
  withdrawConsent: procedure
    .meta({ policy: 'coordination.write' })
    .input(oneRequest)
    .mutation(({ ctx, input }) => withdrawConsent(ctx, input)),
})
