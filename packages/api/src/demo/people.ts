import type { Db, Trx } from '@concert/db/client'
import { findDemonstrationUsers, getAgencyIdBySlug, insertUser, replaceRoles } from '@concert/db/users'
import type { Role } from '@concert/domain/actor'
import type { User } from '@concert/domain/user'

const people: readonly { name: string; email: string; agency: string | null; roles: readonly Role[] }[] = [
  { name: 'Example Contributor', email: 'contributor', agency: 'unodc', roles: ['contributor'] },
  { name: 'Example Focal Point (UNODC)', email: 'focal-point-unodc', agency: 'unodc', roles: ['focal_point'] },
  { name: 'Example Focal Point (IOM)', email: 'focal-point-iom', agency: 'iom', roles: ['focal_point'] },
  { name: 'Example Fund Manager', email: 'fund-manager', agency: 'unodc', roles: ['fund_manager'] },
  {
    name: 'Example Fund Manager (second officer)',
    email: 'fund-manager-2',
    agency: 'unodc',
    roles: ['fund_manager'],
  },
  { name: 'Example Coordinator', email: 'coordinator', agency: 'unodc', roles: ['coordinator'] },
  { name: 'Example Administrator', email: 'administrator', agency: null, roles: ['administrator'] },
]

/**
 * One invented person for each role, two focal points of different agencies, and two fund managers, so that what one
 * asks the other one can confirm. None has a password.
 */
export async function seedDemoPeople(trx: Trx): Promise<void> {
  for (const person of people) {
    const userId = await insertUser(trx, {
      name: person.name,
      email: `${person.email}@demonstration.invalid`,
      agencyId: person.agency === null ? null : await getAgencyIdBySlug(trx, person.agency),
      locale: 'en',
      isDemonstration: true,
    })
    if (userId) await replaceRoles(trx, userId, person.roles)
  }
}

/** The demonstration's people in the order of their roles. */
export async function findDemoPeople(db: Db): Promise<User[]> {
  const found = await findDemonstrationUsers(db)
  const rank = (user: User) => people.findIndex((person) => user.email.startsWith(`${person.email}@`))
  return found.sort((a, b) => rank(a) - rank(b))
}
