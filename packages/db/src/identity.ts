import type { Actor } from '@concert/domain/actor'
import { sql } from 'kysely'
import type { Trx } from './client.ts'

/**
 * From here to the end of the transaction, every statement runs as `concert_app`, under row-level security,
 * on behalf of `actor`.
 */
export async function actAs(trx: Trx, actor: Actor): Promise<void> {
  const person = actor.kind === 'person' ? actor : undefined
  await sql`
    select set_config('concert.actor_kind', ${actor.kind}, true),
           set_config('concert.actor_id', ${person?.userId ?? ''}, true),
           set_config('concert.actor_agency', ${person?.agencyId ?? ''}, true),
           set_config('concert.actor_roles', ${person?.roles.join(',') ?? ''}, true),
           set_config('role', 'concert_app', true)`.execute(trx)
}
