import { currencyCode } from '@concert/domain/currencies'
import { rateRecord } from '@concert/domain/exchange-rate'
import { locale } from '@concert/domain/locales'
import { meetingRateSet } from '@concert/domain/meeting-rate'
import { rateImport } from '@concert/domain/rate-import'
import { threeRatesFilter } from '@concert/domain/three-rates'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { importRates } from './import-rates.ts'
import { listRates, readMeetingRates, readMeetingRatesRecord, showThreeRates } from './queries.ts'
import { recordRate } from './record-rate.ts'
import { setMeetingRates } from './set-meeting-rates.ts'

const rateFilter = z.strictObject({
  currency: currencyCode.optional(),
  page: z.int().min(1).max(10_000).default(1),
})

const ofMeeting = z.strictObject({ slug: z.string().max(100) })

const recorded = rateRecord.safeExtend({
  flagReason: z.string().trim().min(1).max(500).nullable().default(null),
  idempotencyKey: z.uuid(),
})

export const ratesRouter = router({
  list: procedure
    .meta({ policy: 'fund.read' })
    .input(rateFilter)
    .query(({ ctx, input }) => listRates(ctx, input)),
  record: procedure
    .meta({ policy: 'fund.write' })
    .input(recorded)
    .mutation(({ ctx, input: { idempotencyKey, flagReason, ...rate } }) =>
      recordRate(ctx, { rate, flagReason, idempotencyKey }),
    ),
  import: procedure
    .meta({ policy: 'fund.write' })
    .input(rateImport)
    .mutation(({ ctx, input }) => importRates(ctx, input)),
  ofMeeting: procedure
    .meta({ policy: 'public' })
    .input(ofMeeting)
    .query(({ ctx, input }) => readMeetingRates(ctx, input)),
  meetingRecord: procedure
    .meta({ policy: 'fund.read' })
    .input(ofMeeting)
    .query(({ ctx, input }) => readMeetingRatesRecord(ctx, input)),
  setForMeeting: procedure
    .meta({ policy: 'fund.write' })
    .input(meetingRateSet)
    .mutation(({ ctx, input }) => setMeetingRates(ctx, input)),
  three: procedure
    .meta({ policy: 'fund.read' })
    .input(threeRatesFilter.extend({ locale }))
    .query(({ ctx, input: { locale: reader, ...filter } }) => showThreeRates(ctx, filter, reader)),
})
