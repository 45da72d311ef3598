import { donorFilter, donorRegistration, donorRenaming } from '@concert/domain/donor'
import { donorMerging, donorSplitting, mergeUndoing } from '@concert/domain/donor-merge'
import { locale } from '@concert/domain/locales'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { addName } from './add-name.ts'
import { mergeDonors } from './merge-donors.ts'
import { listDonorRecords, listDonors, readDonor, readDonorHistory, readDonorRecord } from './queries.ts'
import { registerDonor } from './register-donor.ts'
import { splitDonor } from './split-donor.ts'
import { undoMerge } from './undo-merge.ts'

const listing = donorFilter.extend({ locale })
const oneDonor = z.strictObject({ id: z.uuid(), locale })

export const donorsRouter = router({
  list: procedure
    .meta({ policy: 'public' })
    .input(listing)
    .query(({ ctx, input: { locale: reader, ...filter } }) => listDonors(ctx, filter, reader)),
  get: procedure
    .meta({ policy: 'public' })
    .input(oneDonor)
    .query(({ ctx, input }) => readDonor(ctx, input.id, input.locale)),

  records: procedure
    .meta({ policy: 'fund.read' })
    .input(listing)
    .query(({ ctx, input: { locale: reader, ...filter } }) => listDonorRecords(ctx, filter, reader)),
  record: procedure
    .meta({ policy: 'fund.read' })
    .input(oneDonor)
    .query(({ ctx, input }) => readDonorRecord(ctx, input.id, input.locale)),
  register: procedure
    .meta({ policy: 'fund.write' })
    .input(donorRegistration)
    .mutation(({ ctx, input }) => registerDonor(ctx, input)),
  addName: procedure
    .meta({ policy: 'fund.write' })
    .input(donorRenaming)
    .mutation(({ ctx, input }) => addName(ctx, input)),
  history: procedure
    .meta({ policy: 'fund.read' })
    .input(oneDonor)
    .query(({ ctx, input }) => readDonorHistory(ctx, input.id, input.locale)),
  merge: procedure
    .meta({ policy: 'fund.write' })
    .input(donorMerging)
    .mutation(({ ctx, input }) => mergeDonors(ctx, input)),
  undoMerge: procedure
    .meta({ policy: 'fund.write' })
    .input(mergeUndoing)
    .mutation(({ ctx, input }) => undoMerge(ctx, input)),
  split: procedure
    .meta({ policy: 'fund.write' })
    .input(donorSplitting)
    .mutation(({ ctx, input }) => splitDonor(ctx, input)),
})
