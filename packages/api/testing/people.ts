import { randomUUID } from 'node:crypto'
import { getAgencyIdBySlug, insertUser, replaceRoles } from '@concert/db/users'
import type { Role } from '@concert/domain/actor'
import { appRouter } from '../src/router.ts'
import { createCallerFactory } from '../src/trpc.ts'
import type { Caller, World } from './callers.ts'

export interface KnownPerson {
  caller: Caller
  userId: string
  email: string
}

/** A caller who has an account, which `world.as` has not. */
export async function aKnownPerson(world: World, role: Role, agencySlug = 'unodc'): Promise<KnownPerson> {
  const email = `${randomUUID()}@concert.example`
  const name = `A ${role}`
  const agencyId = await getAgencyIdBySlug(world.db, agencySlug)
  const userId = await world.db.transaction().execute(async (trx) => {
    const id = await insertUser(trx, { name, email, agencyId, locale: 'en' })
    if (id === undefined) throw new Error('The address is taken')
    await replaceRoles(trx, id, [role])
    return id
  })
  const actor = { kind: 'person' as const, userId, name, agencyId, roles: [role] }
  return { caller: createCallerFactory(appRouter)(world.contextOf(actor)), userId, email }
}
