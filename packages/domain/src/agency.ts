import { z } from 'zod'
import type { AgencyClass, Basis, MembershipRole } from './codelists.ts'
import type { LocalizedText } from './locales.ts'

export interface Agency {
  id: string
  slug: string
  acronym: string
  names: LocalizedText
  class: AgencyClass
  unSystem: boolean
  iatiOrgId: string | null
  /** IATI OrganisationType. */
  organisationType: string
  source: string
  basis: Basis
  confirmed: boolean
}

/** One period in one role. Dates are null where no source says; `precision` tells whether a day or only a year is known. */
export interface Membership {
  id: string
  role: MembershipRole
  fromOn: string | null
  untilOn: string | null
  precision: 'day' | 'year'
  source: string
  basis: Basis
  confirmed: boolean
}

/** How many members a source counted, as it was published. */
export interface MembershipCount {
  asOf: string
  count: number
  kind: 'founding_participants' | 'members'
  source: string
}

export const agencyYear = z.int().min(2006).max(2100)

/**
 * What is known of a membership in a calendar year: `certain` when its period covers a day of it, `possible` when the
 * beginning is not known and nothing excludes the year, `none` otherwise.
 */
export function standingIn(
  membership: Pick<Membership, 'fromOn' | 'untilOn'>,
  year: number,
): 'certain' | 'possible' | 'none' {
  const { fromOn, untilOn } = membership
  if (untilOn !== null && Number(untilOn.slice(0, 4)) < year) return 'none'
  if (fromOn === null) return 'possible'
  return Number(fromOn.slice(0, 4)) <= year ? 'certain' : 'none'
}

const inTheGroup: readonly MembershipRole[] = ['coordinator', 'chair', 'member', 'working_group']

/**
 * An agency's standing as a member in a year, from all of its memberships: whoever chaired or coordinated in a year
 * was a member in it. Partners are no members.
 */
export function memberStandingIn(
  memberships: readonly Pick<Membership, 'role' | 'fromOn' | 'untilOn'>[],
  year: number,
): 'certain' | 'possible' | 'none' {
  const standings = memberships
    .filter((membership) => inTheGroup.includes(membership.role))
    .map((membership) => standingIn(membership, year))
  if (standings.includes('certain')) return 'certain'
  return standings.includes('possible') ? 'possible' : 'none'
}
