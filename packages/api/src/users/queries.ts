import { findInstallation } from '@concert/db/prepare'
import { findAgencyBadge, findUsers, getUser } from '@concert/db/users'
import type { Actor } from '@concert/domain/actor'
import type { AgencyBadge, User } from '@concert/domain/user'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { whoAsks } from './who-asks.ts'

export interface Me {
  actor: Actor
  agency: AgencyBadge | null
  /** Whether everything here is made up, as it has been from the database's first day. */
  demonstration: boolean
}

/** Who the server takes the caller for. */
export function me(ctx: Context): Promise<Me> {
  const { actor } = ctx
  return inTransaction(ctx, async (trx) => {
    const agencyId = actor.kind === 'person' ? actor.agencyId : null
    const agency = agencyId === null ? undefined : await findAgencyBadge(trx, agencyId)
    const installation = await findInstallation(trx)
    return { actor, agency: agency ?? null, demonstration: installation?.isDemonstration ?? false }
  })
}

export function listUsers(ctx: Context): Promise<User[]> {
  return inTransaction(ctx, findUsers)
}

/** The one who asks, as they stand in the list of people. */
export function ownAccount(ctx: Context): Promise<User> {
  const { userId } = whoAsks(ctx)
  return inTransaction(ctx, (trx) => getUser(trx, userId))
}
