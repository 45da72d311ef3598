import type { Activity } from './activity.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { DonorKind, Earmarking, GranteeKind } from './codelists.ts'
import type { LocalizedText } from './locales.ts'
import type { Money } from './money.ts'

// What anyone may know, as it is handed to whoever writes it for others. Nothing in these shapes is group-only: no
// people, no exact place of sensitive work, no hidden grant, no name of an unnamed donor.

/** An agency by its names; `iatiOrgId` is null where no identifier is in force. */
export interface PublishedAgency {
  slug: string
  names: LocalizedText
  iatiOrgId: string | null
  /** IATI OrganisationType. */
  organisationType: string
}

/** A place as the public is told it. `percentage` is exact decimal text; null where no split was declared. */
export interface PublishedPlace {
  code: string
  iso2: string | null
  names: LocalizedText
  percentage: string | null
}

export interface PublishedActivity
  extends Pick<
    Activity,
    | 'reference'
    | 'title'
    | 'description'
    | 'level'
    | 'status'
    | 'pillars'
    | 'sdgTargets'
    | 'forms'
    | 'tags'
    | 'otherPartners'
    | 'endOn'
    | 'budget'
    | 'updatedAt'
  > {
  /** The identifier under which its own publisher reports it; null for what was typed here. */
  sourceIdentifier: string | null
  startOn: CalendarDate
  lead: PublishedAgency
  partners: PublishedAgency[]
  places: PublishedPlace[]
}

/** A name in one language, as donors and grantees carry several. */
export interface NameIn {
  language: string
  name: string
}

export interface PublishedDonor {
  kind: DonorKind
  names: NameIn[]
}

/** The steps of a money pledge that anyone may see; `donor` is null where the donor is not named. */
export interface PublishedPledge {
  reference: string
  donor: PublishedDonor | null
  earmarking: Earmarking
  steps: { kind: 'announced' | 'formalised' | 'received'; on: CalendarDate; amount: Money }[]
}

/** A grant that is told whole. Amounts are totals to date: awarded after cuts, disbursed after refunds, in US cents. */
export interface PublishedGrantFacts {
  reference: string
  title: string
  grantee: { kind: GranteeKind; names: NameIn[] }
  place: PublishedPlace
  awarded: Money
  disbursedUsd: number
  call: { decidedOn: CalendarDate | null; year: number }
}

/** At least three grants that the release that stands tells together, in US cents. */
export interface PublishedPool {
  first: LocalizedText
  last: LocalizedText
  awardedUsd: number
  disbursedUsd: number
  releasedOn: CalendarDate
}
