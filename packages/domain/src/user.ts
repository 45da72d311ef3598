import { z } from 'zod'
import { type Role, roles } from './actor.ts'
import { DomainError } from './errors.ts'
import { locale } from './locales.ts'
import { passwordWeakness } from './password.ts'

/** Hours in which a one-time link must be used. */
export const linkHours = 72

export const userStatuses = ['invited', 'active', 'deactivated'] as const
export type UserStatus = (typeof userStatuses)[number]

export const linkKinds = ['first_admin', 'invite', 'reset'] as const
export type LinkKind = (typeof linkKinds)[number]

export const role = z.enum(roles)

/** Any set of roles, each once, in the order in which roles are listed everywhere. */
export const roleSet = z.array(role).transform((given) => roles.filter((one) => given.includes(one)))

export const personName = z
  .string()
  .trim()
  .max(120)
  .superRefine(refuse((name) => name === '', 'users.name_needed'))

/** An address as it is stored and compared: lower case, no spaces around. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .superRefine(refuse((address) => !z.email().safeParse(address).success, 'users.email_needed'))

/** A password that a person chooses; what is wrong with it is told as `users.password_<weakness>`. */
export const newPassword = z.string().superRefine((password, ctx) => {
  const weakness = passwordWeakness(password)
  if (weakness) ctx.addIssue({ code: 'custom', params: { code: `users.password_${weakness}` } })
})

/** 32 random bytes in base64url, as they stand in a one-time link. */
export const linkToken = z.string().regex(/^[\w-]{43}$/)

export const invitation = z.strictObject({
  name: personName,
  email: emailAddress,
  agencyId: z.uuid().nullable(),
  roles: roleSet,
  locale,
})
export type Invitation = z.infer<typeof invitation>

export const userId = z.strictObject({ userId: z.uuid() })

/** Where a person stands: at one agency or none, with any roles. */
export const standing = z.strictObject({ userId: z.uuid(), agencyId: z.uuid().nullable(), roles: roleSet })
export type Standing = z.infer<typeof standing>

export const linkOpening = z.strictObject({ token: linkToken })

/** What the one who opens a one-time link types. Only the first administrator has no name and address yet. */
export const linkAcceptance = z.strictObject({
  token: linkToken,
  password: newPassword,
  name: personName.optional(),
  email: emailAddress.optional(),
})
export type LinkAcceptance = z.infer<typeof linkAcceptance>

export const profile = z.strictObject({ name: personName, locale })
export type Profile = z.infer<typeof profile>

export const passwordChange = z.strictObject({ current: z.string().min(1).max(200), password: newPassword })
export type PasswordChange = z.infer<typeof passwordChange>

/** As much of an agency as stands beside a person's name. */
export interface AgencyBadge {
  slug: string
  acronym: string
}

export interface User {
  id: string
  name: string
  email: string
  agencyId: string | null
  agency: AgencyBadge | null
  locale: z.infer<typeof locale>
  roles: readonly z.infer<typeof role>[]
  status: UserStatus
  isDemonstration: boolean
  createdAt: string
}

/** Refuses roles that write for an agency to a person without one. */
export function checkAgencyForRoles(given: readonly Role[], agencyId: string | null): void {
  const needsAgency = given.includes('contributor') || given.includes('focal_point')
  if (needsAgency && agencyId === null) throw new DomainError('users.agency_needed', {}, 'agencyId')
}

/** Where a person stands: deactivated before anything else, then whether a password was ever set. */
export function userStatus(user: { deactivatedAt: string | null; passwordSetAt: string | null }): UserStatus {
  if (user.deactivatedAt) return 'deactivated'
  return user.passwordSetAt ? 'active' : 'invited'
}

function refuse(isWrong: (text: string) => boolean, code: string) {
  return (text: string, ctx: z.RefinementCtx) => {
    if (isWrong(text)) ctx.addIssue({ code: 'custom', params: { code } })
  }
}
