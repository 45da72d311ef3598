import { randomUUID } from 'node:crypto'
import type { Db } from '@concert/db/client'
import type { Actor, Role } from '@concert/domain/actor'
import type { Context } from '../src/context.ts'
import { appRouter } from '../src/router.ts'
import { createCallerFactory } from '../src/trpc.ts'

const createCaller = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof createCaller>

const silent = { info: () => {}, warn: () => {}, error: () => {} }

export interface World {
  db: Db
  /** The database's address, for tests that open connections of their own. */
  url: string
  /** What `now()` answers; tests may set it. */
  clock: { now: Date }
  contextOf(actor: Actor): Context
  /** A caller with this role, at this agency (by slug), as a person of its own. */
  as(role: Role | readonly Role[], agencySlug?: string): Caller
  anyone: Caller
  system: Caller
  contributor: Caller
  focalPoint: Caller
  fundManager: Caller
  coordinator: Caller
  administrator: Caller
}

/** A caller for every role on a prepared database. Contributor and focal point are of UNODC. */
export async function callersOn({ db, url }: { db: Db; url: string }): Promise<World> {
  const clock = { now: new Date('2026-11-24T09:00:00Z') }
  const agencies = await db.selectFrom('agency').select(['id', 'slug']).execute()
  const contextOf = (actor: Actor): Context => ({
    db,
    actor,
    locale: 'en',
    requestId: randomUUID(),
    now: () => clock.now,
    log: silent,
  })
  const callerOf = (actor: Actor) => createCaller(contextOf(actor))
  const as = (role: Role | readonly Role[], agencySlug = 'unodc') => {
    const roles = typeof role === 'string' ? [role] : role
    const agency = agencies.find((candidate) => candidate.slug === agencySlug)
    if (!agency) throw new Error(`No agency ${agencySlug}`)
    return callerOf({
      kind: 'person',
      userId: randomUUID(),
      name: `A ${roles.join(' and ')}`,
      agencyId: agency.id,
      roles,
    })
  }
  return {
    db,
    url,
    clock,
    contextOf,
    as,
    anyone: callerOf({ kind: 'anonymous' }),
    system: callerOf({ kind: 'system', name: 'test' }),
    contributor: as('contributor'),
    focalPoint: as('focal_point'),
    fundManager: as('fund_manager'),
    coordinator: as('coordinator'),
    administrator: as('administrator'),
  }
}
