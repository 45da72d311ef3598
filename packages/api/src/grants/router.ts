import { calendarDate } from '@concert/domain/calendar-date'
import {
  grantCallChange,
  grantCallOpening,
  granteeRegistration,
  grantFilter,
  grantProposal,
  grantReportRecord,
} from '@concert/domain/grant'
import {
  grantAdvice,
  grantAward,
  grantCut,
  grantDecision,
  grantDisbursement,
  grantRefund,
  reserveSetting,
  visibilitySetting,
} from '@concert/domain/grant-decisions'
import { locale } from '@concert/domain/locales'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { awardGrant } from './award-grant.ts'
import { changeCall } from './change-call.ts'
import { confirmCall } from './confirm-call.ts'
import { cutGrant } from './cut-grant.ts'
import { decideGrant } from './decide-grant.ts'
import { disburseGrant } from './disburse-grant.ts'
import { openCall } from './open-call.ts'
import { proposeGrant } from './propose-grant.ts'
import {
  listCallRows,
  listGrantRows,
  listPublicGrants,
  readAwardGround,
  readGrantOverview,
  readGrantStory,
  searchGrantees,
} from './queries.ts'
import { recordAdvice } from './record-advice.ts'
import { recordRefund } from './record-refund.ts'
import { recordReport } from './record-report.ts'
import { registerGrantee } from './register-grantee.ts'
import { setReserve } from './set-reserve.ts'
import { setVisibility } from './set-visibility.ts'

const publicly = procedure.meta({ policy: 'public' })
const reading = procedure.meta({ policy: 'fund.read' })
const writing = procedure.meta({ policy: 'fund.write' })
const inLanguage = z.strictObject({ locale })

export const grantsRouter = router({
  overview: publicly.input(inLanguage).query(({ ctx, input }) => readGrantOverview(ctx, input.locale)),
  list: publicly.input(inLanguage).query(({ ctx, input }) => listPublicGrants(ctx, input.locale)),

  rows: reading
    .input(grantFilter.extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => listGrantRows(ctx, filter, reader)),
  story: reading
    .input(z.strictObject({ reference: z.string().max(20), locale }))
    .query(({ ctx, input }) => readGrantStory(ctx, input.reference, input.locale)),
  calls: reading.query(({ ctx }) => listCallRows(ctx)),
  grantees: reading
    .input(z.strictObject({ text: z.string().max(100), locale }))
    .query(({ ctx, input }) => searchGrantees(ctx, input.text, input.locale)),
  awardable: reading
    .input(z.strictObject({ on: calendarDate }))
    .query(({ ctx, input }) => readAwardGround(ctx, input.on)),

  openCall: writing.input(grantCallOpening).mutation(({ ctx, input }) => openCall(ctx, input)),
  changeCall: writing.input(grantCallChange).mutation(({ ctx, input }) => changeCall(ctx, input)),
  confirmCall: writing
    .input(z.strictObject({ callId: z.uuid(), idempotencyKey: z.uuid() }))
    .mutation(({ ctx, input }) => confirmCall(ctx, input)),
  registerGrantee: writing.input(granteeRegistration).mutation(({ ctx, input }) => registerGrantee(ctx, input)),
  propose: writing.input(grantProposal).mutation(({ ctx, input }) => proposeGrant(ctx, input)),
  recordAdvice: writing.input(grantAdvice).mutation(({ ctx, input }) => recordAdvice(ctx, input)),
  decide: writing.input(grantDecision).mutation(({ ctx, input }) => decideGrant(ctx, input)),
  award: writing.input(grantAward).mutation(({ ctx, input }) => awardGrant(ctx, input)),
  disburse: writing.input(grantDisbursement).mutation(({ ctx, input }) => disburseGrant(ctx, input)),
  cut: writing.input(grantCut).mutation(({ ctx, input }) => cutGrant(ctx, input)),
  recordRefund: writing.input(grantRefund).mutation(({ ctx, input }) => recordRefund(ctx, input)),
  recordReport: writing.input(grantReportRecord).mutation(({ ctx, input }) => recordReport(ctx, input)),
  setVisibility: writing.input(visibilitySetting).mutation(({ ctx, input }) => setVisibility(ctx, input)),
  setReserve: writing.input(reserveSetting).mutation(({ ctx, input }) => setReserve(ctx, input)),
})
