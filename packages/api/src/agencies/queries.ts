import {
  countPublicActivitiesByAgency,
  findAgencies,
  findLastUpdate,
  findMembershipCounts,
  findMemberships,
  getAgency,
} from '@concert/db/agencies'
import { findAgencyMailbox } from '@concert/db/agency-mailboxes'
import { findMembershipChanges } from '@concert/db/memberships'
import { findLastCleared } from '@concert/db/rounds'
import { type Agency, type Membership, type MembershipCount, memberStandingIn } from '@concert/domain/agency'
import type { LocalizedText } from '@concert/domain/locales'
import type { MembershipChange } from '@concert/domain/membership'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { mayKeepMailbox } from './save-mailbox.ts'

export interface ListedAgency extends Agency {
  memberships: Membership[]
  /** What is known of its membership in the year asked for. */
  standing: 'certain' | 'possible' | 'none'
  isPartner: boolean
  /** Public activities; a joint one is credited to each of its agencies. */
  activities: number
}

export interface Chairs {
  year: number
  agencies: { id: string; slug: string; acronym: string; unverified: boolean; membershipId: string }[]
}

export interface AgencyList {
  year: number
  thisYear: number
  agencies: ListedAgency[]
  chairs: Chairs[]
  counts: MembershipCount[]
  perYear: MembersOfYear[]
}

/** How many belonged to the group in a year, by that year's list. */
export interface MembersOfYear {
  year: number
  certain: number
  /** Their beginning is not known, and nothing excludes the year. */
  possible: number
}

/**
 * The group in a year (today's when none is asked for): who belongs, who chairs, what was published about its size,
 * and who reports public activities without being a member.
 */
export function listAgencies(ctx: Context, filter: { year?: number | undefined }): Promise<AgencyList> {
  const thisYear = ctx.now().getUTCFullYear()
  const year = filter.year ?? thisYear
  return inTransaction(ctx, async (trx) => {
    const agencies = await findAgencies(trx)
    const memberships = await findMemberships(trx)
    const activities = await countPublicActivitiesByAgency(trx)
    const listed = agencies
      .map((agency) => {
        const own = memberships.filter((membership) => membership.agencyId === agency.id)
        return {
          ...agency,
          memberships: own,
          standing: memberStandingIn(own, year),
          isPartner: own.some((membership) => membership.role === 'partner'),
          activities: activities.get(agency.id) ?? 0,
        }
      })
      .filter((agency) => agency.memberships.length > 0 || agency.activities > 0)
    const counts = await findMembershipCounts(trx)
    const perYear = membersByYear(listed, thisYear)
    return { year, thisYear, agencies: listed, chairs: chairsOf(listed), counts, perYear }
  })
}

const founded = 2006

function membersByYear(agencies: readonly ListedAgency[], thisYear: number): MembersOfYear[] {
  return Array.from({ length: thisYear - founded + 1 }, (_, index) => {
    const year = founded + index
    const standings = agencies.map(({ memberships }) => memberStandingIn(memberships, year))
    const count = (standing: string) => standings.filter((each) => each === standing).length
    return { year, certain: count('certain'), possible: count('possible') }
  })
}

function chairsOf(agencies: readonly ListedAgency[]): Chairs[] {
  const byYear = new Map<number, Chairs['agencies']>()
  for (const { id, slug, acronym, memberships } of agencies) {
    for (const { id: membershipId, role, fromOn, untilOn, basis, confirmed } of memberships) {
      if (role !== 'chair' || fromOn === null) continue
      const first = Number(fromOn.slice(0, 4))
      const last = untilOn === null ? first : Number(untilOn.slice(0, 4))
      for (let year = first; year <= last; year += 1) {
        const unverified = basis === 'unverified' && !confirmed
        byYear.set(year, [...(byYear.get(year) ?? []), { id, slug, acronym, unverified, membershipId }])
      }
    }
  }
  return [...byYear].map(([year, chairing]) => ({ year, agencies: chairing })).sort((a, b) => b.year - a.year)
}

export interface AgencyOption {
  id: string
  slug: string
  acronym: string
  names: LocalizedText
  isMember: boolean
}

/** Every agency that may be named, for filters and forms: members first. */
export function listAgencyOptions(ctx: Context): Promise<AgencyOption[]> {
  return inTransaction(ctx, async (trx) => {
    const agencies = await findAgencies(trx)
    const members = new Set((await findMemberships(trx)).map((membership) => membership.agencyId))
    return agencies
      .map(({ id, slug, acronym, names }) => ({ id, slug, acronym, names, isMember: members.has(id) }))
      .sort((a, b) => Number(b.isMember) - Number(a.isMember))
  })
}

export interface AgencyPage extends Agency {
  memberships: Membership[]
  activities: number
  lastUpdated: string | null
}

/** One agency: its names, its history in the group, and how much of its work is public. */
export function getAgencyPage(ctx: Context, input: { slug: string }): Promise<AgencyPage> {
  return inTransaction(ctx, async (trx) => {
    const agency = await getAgency(trx, input.slug)
    const memberships = await findMemberships(trx, { agencyId: agency.id })
    const activities = (await countPublicActivitiesByAgency(trx)).get(agency.id) ?? 0
    const lastUpdated = newest([
      activities > 0 ? await findLastUpdate(trx, agency.id) : null,
      await findLastCleared(trx, agency.id),
    ])
    return { ...agency, memberships, activities, lastUpdated }
  })
}

/** Of its public work or of the last report that it cleared, whichever is newer; never whether one is due. */
function newest(instants: readonly (string | null)[]): string | null {
  return (
    instants
      .filter((instant) => instant !== null)
      .sort()
      .at(-1) ?? null
  )
}

/** What was written of an agency's memberships, and by whom. */
export function readMembershipHistory(ctx: Context, input: { slug: string }): Promise<MembershipChange[]> {
  return inTransaction(ctx, async (trx) => findMembershipChanges(trx, (await getAgency(trx, input.slug)).id))
}

/** Where an agency answers the group, and whether the one who asks keeps it. */
export function readMailbox(ctx: Context, input: { slug: string }) {
  return inTransaction(ctx, async (trx) => {
    const { id } = await getAgency(trx, input.slug)
    return {
      agencyId: id,
      mailbox: (await findAgencyMailbox(trx, id)) ?? null,
      mayKeep: mayKeepMailbox(ctx.actor, id),
    }
  })
}
