import { agencyYear } from '@concert/domain/agency'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { confirmAgency } from './confirm-agency.ts'
import { confirmMembership } from './confirm-membership.ts'
import { getAgencyPage, listAgencies, listAgencyOptions } from './queries.ts'

const id = z.strictObject({ id: z.uuid() })

export const agenciesRouter = router({
  list: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ year: agencyYear.optional() }))
    .query(({ ctx, input }) => listAgencies(ctx, input)),
  options: procedure.meta({ policy: 'public' }).query(({ ctx }) => listAgencyOptions(ctx)),
  get: procedure
    .meta({ policy: 'public' })
    .input(z.strictObject({ slug: z.string().max(100) }))
    .query(({ ctx, input }) => getAgencyPage(ctx, input)),
  confirm: procedure
    .meta({ policy: 'coordination.write' })
    .input(id)
    .mutation(({ ctx, input }) => confirmAgency(ctx, input)),
  confirmMembership: procedure
    .meta({ policy: 'coordination.write' })
    .input(id)
    .mutation(({ ctx, input }) => confirmMembership(ctx, input)),
})
