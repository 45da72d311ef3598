import type { Db } from '@concert/db/client'
import { findPerson } from '@concert/db/users'
import type { Actor } from '@concert/domain/actor'
import type { Auth } from './auth.ts'

/** Who asks, with the roles they have at this very moment. A deactivated person is nobody, whatever their cookie says. */
export async function actorFromHeaders(auth: Auth, db: Db, headers: Headers): Promise<Actor> {
  if (!headers.has('cookie')) return { kind: 'anonymous' }
  const found = await auth.api.getSession({ headers })
  if (!found) return { kind: 'anonymous' }
  return (await findPerson(db, found.user.id)) ?? { kind: 'anonymous' }
}
