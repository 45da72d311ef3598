import { agencyYear } from '@concert/domain/agency'
import { agencyMailboxSetting } from '@concert/domain/functional-mailbox'
import { agencyRegistration, membershipAddition, membershipCorrection } from '@concert/domain/membership'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { addMembership } from './add-membership.ts'
import { confirmAgency } from './confirm-agency.ts'
import { confirmMembership } from './confirm-membership.ts'
import { correctMembership } from './correct-membership.ts'
import { getAgencyPage, listAgencies, listAgencyOptions, readMailbox, readMembershipHistory } from './queries.ts'
import { registerAgency } from './register-agency.ts'
import { saveMailbox } from './save-mailbox.ts'

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
  history: procedure
    .meta({ policy: 'group.read' })
    .input(z.strictObject({ slug: z.string().max(100) }))
    .query(({ ctx, input }) => readMembershipHistory(ctx, input)),
  register: procedure
    .meta({ policy: 'coordination.write' })
    .input(agencyRegistration)
    .mutation(({ ctx, input }) => registerAgency(ctx, input)),
  addMembership: procedure
    .meta({ policy: 'coordination.write' })
    .input(membershipAddition)
    .mutation(({ ctx, input }) => addMembership(ctx, input)),
  correctMembership: procedure
    .meta({ policy: 'coordination.write' })
    .input(membershipCorrection)
    .mutation(({ ctx, input }) => correctMembership(ctx, input)),
  mailbox: procedure
    .meta({ policy: 'group.read' })
    .input(z.strictObject({ slug: z.string().max(100) }))
    .query(({ ctx, input }) => readMailbox(ctx, input)),
  saveMailbox: procedure
    .meta({ policy: 'agencies.mailbox' })
    .input(agencyMailboxSetting)
    .mutation(({ ctx, input }) => saveMailbox(ctx, input)),
})
