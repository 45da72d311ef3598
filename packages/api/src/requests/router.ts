import { placeCode } from '@concert/domain/activity'
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
import { correctRequest } from './correct-request.ts'
import { moveRequest } from './move-request.ts'
import { offerAssistance } from './offer-assistance.ts'
import { getRequestPage, listNamedRequests, listRequests } from './queries.ts'
import { recordConsent } from './record-consent.ts'
import { recordRequest } from './record-request.ts'
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
