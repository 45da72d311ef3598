import type { Trx } from '@concert/db/client'
import { countAdministrators, lockAdministrators } from '@concert/db/users'
import { DomainError } from '@concert/domain/errors'
import type { User } from '@concert/domain/user'

/** Refuses to take away the last administrator who can sign in. */
export async function keepAnAdministrator(trx: Trx, user: User): Promise<void> {
  if (!user.roles.includes('administrator') || user.status !== 'active') return
  await lockAdministrators(trx)
  if ((await countAdministrators(trx, user.id)) === 0) throw new DomainError('users.last_administrator')
}
