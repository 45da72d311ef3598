import { getActivity, lockActivity } from '@concert/db/activities'
import { getJoin, type StoredJoin } from '@concert/db/activity-joins'
import type { Trx } from '@concert/db/client'
import { actAs } from '@concert/db/identity'
import { findOverlapPair, pairOf, type StoredPair } from '@concert/db/overlaps'
import type { Activity } from '@concert/domain/activity'
import type { Actor } from '@concert/domain/actor'
import { DomainError } from '@concert/domain/errors'
import type { Context } from '../context.ts'

/** Two records that nobody else writes until this transaction ends, in the order asked for, and their pair. */
export async function openPair(
  trx: Trx,
  references: readonly [string, string],
): Promise<{ pair: StoredPair; records: [Activity, Activity] }> {
  for (const reference of references.toSorted()) await lockActivity(trx, reference)
  const records: [Activity, Activity] = [await getActivity(trx, references[0]), await getActivity(trx, references[1])]
  const pair = await findOverlapPair(trx, pairOf(records[0].id, records[1].id))
  if (!pair) throw new DomainError('overlaps.no_pair', { one: references[0], other: references[1] })
  return { pair, records }
}

export interface OpenedJoin {
  join: StoredJoin
  kept: Activity
  joined: Activity
}

/** A join as it stands once nobody else can write its records. Throws when it is in another state. */
export async function openJoin(trx: Trx, id: string, state: 'proposed' | 'joined'): Promise<OpenedJoin> {
  const { kept, joined } = await getJoin(trx, id)
  for (const reference of [kept, joined].toSorted()) await lockActivity(trx, reference)
  const join = await getJoin(trx, id)
  if (join.state !== state) throw new DomainError(`overlaps.not_${state}`, { kept, joined })
  return { join, kept: await getActivity(trx, kept), joined: await getActivity(trx, joined) }
}

/** For which of the two leads a focal point may speak; null for everybody else. */
export function partyOf(
  actor: Actor,
  { kept, joined }: { kept: Pick<Activity, 'leadAgencyId'>; joined: Pick<Activity, 'leadAgencyId'> },
): 'kept' | 'joined' | null {
  if (actor.kind !== 'person' || !actor.roles.includes('focal_point')) return null
  if (actor.agencyId === kept.leadAgencyId) return 'kept'
  return actor.agencyId === joined.leadAgencyId ? 'joined' : null
}

/** Both sides have agreed; neither may write the other's record: Concert does, with the person's name in the history. */
export async function asConcert<Result>(trx: Trx, ctx: Context, work: () => Promise<Result>): Promise<Result> {
  await actAs(trx, { kind: 'system', name: nameOf(ctx) })
  const result = await work()
  await actAs(trx, ctx.actor)
  return result
}

export function nameOf({ actor }: Context): string {
  return actor.kind === 'anonymous' ? '' : actor.name
}

export function agencyIdOf({ actor }: Context): string | null {
  return actor.kind === 'person' ? actor.agencyId : null
}
