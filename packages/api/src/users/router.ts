import {
  invitation,
  linkAcceptance,
  linkOpening,
  passwordChange,
  profile,
  standing,
  userId,
} from '@concert/domain/user'
import { procedure, router } from '../trpc.ts'
import { acceptLink, openLink } from './accept-link.ts'
import { changePassword } from './change-password.ts'
import { changeProfile } from './change-profile.ts'
import { changeStanding } from './change-standing.ts'
import { deactivateUser } from './deactivate-user.ts'
import { inviteUser } from './invite-user.ts'
import { listUsers, me, ownAccount } from './queries.ts'
import { reactivateUser } from './reactivate-user.ts'
import { resetPassword } from './reset-password.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

export const usersRouter = router({
  list: procedure.meta({ policy: 'users.write' }).query(({ ctx }) => listUsers(ctx)),
  invite: procedure
    .meta({ policy: 'users.write' })
    .input(invitation)
    .mutation(({ ctx, input }) => inviteUser(ctx, input)),
  changeStanding: procedure
    .meta({ policy: 'users.write' })
    .input(standing)
    .mutation(({ ctx, input }) => changeStanding(ctx, input)),
  deactivate: procedure
    .meta({ policy: 'users.write' })
    .input(userId)
    .mutation(({ ctx, input }) => deactivateUser(ctx, input)),
  reactivate: procedure
    .meta({ policy: 'users.write' })
    .input(userId)
    .mutation(({ ctx, input }) => reactivateUser(ctx, input)),
  resetPassword: procedure
    .meta({ policy: 'users.write' })
    .input(userId)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),

  account: procedure.meta({ policy: 'signed_in' }).query(({ ctx }) => ownAccount(ctx)),
  changeProfile: procedure
    .meta({ policy: 'signed_in' })
    .input(profile)
    .mutation(({ ctx, input }) => changeProfile(ctx, input)),
  changePassword: procedure
    .meta({ policy: 'signed_in' })
    .input(passwordChange)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  signOutEverywhere: procedure.meta({ policy: 'signed_in' }).mutation(({ ctx }) => signOutEverywhere(ctx)),

  // Reads only, but as a mutation its token travels in the body and stays out of addresses and logs.
  openLink: procedure
    .meta({ policy: 'public' })
    .input(linkOpening)
    .mutation(({ ctx, input }) => openLink(ctx, input)),
  acceptLink: procedure
    .meta({ policy: 'public' })
    .input(linkAcceptance)
    .mutation(({ ctx, input }) => acceptLink(ctx, input)),
})

export const sessionRouter = router({
  me: procedure.meta({ policy: 'public' }).query(({ ctx }) => me(ctx)),
})
