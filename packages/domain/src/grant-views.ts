import type { CalendarDate } from './calendar-date.ts'
import type { AidKind, GranteeKind, GrantVisibility } from './codelists.ts'
import type { EntryRow } from './fund-views.ts'
import type { GrantCallFacts, GranteeName, GrantLife, GrantReportRecord } from './grant.ts'
import type { Awardable, Reserve } from './grant-cap.ts'
import type { Advice, Decision, GrantInstalment, GrantStanding } from './grant-decisions.ts'
import type { AidLine, GrantLine, GrantPool, GrantTotals, PublishedGrant } from './grant-publication.ts'
import type { Money } from './money.ts'

// What the questions about grants answer with. `…Usd` amounts are US cents, frozen when they were booked.

/** A call as anyone may see it once it is sure. */
export interface GrantCall extends GrantCallFacts {
  id: string
}

/** What only fund managers see of a call. */
export interface GrantCallRow extends GrantCall {
  basis: 'sourced' | 'unverified' | 'inferred'
  confirmed: boolean
  proposals: number
  awarded: number
}

export interface Grantee {
  id: string
  kind: GranteeKind
  name: string
  names: GranteeName[]
  placeCode: string | null
  grants: number
}

/** A grant in the list that anyone may see, with the names that its ids stand for. */
export interface PublicGrantRow extends Omit<PublishedGrant, 'granteeId'> {
  call: string
  grantee: { name: string; kind: GranteeKind } | null
}

/** A pool with the names of the calls that it spans. */
export interface PublicGrantPool extends GrantPool {
  first: string
  last: string
}

/** Everything that anyone may know of the grants, but for the list. */
export interface GrantOverview extends Omit<GrantTotals, 'byCall' | 'bySubregion' | 'byKind'> {
  asOf: string
  calls: (GrantCall & { grants: number; awardedUsd: number })[]
  bySubregion: (GrantLine & { name: string })[]
  byKind: GrantLine<AidLine>[]
  pools: PublicGrantPool[]
  /** The release that tells `pools`; null before the first. */
  release: { number: number; releasedAt: string } | null
}

/** A grant in the books. */
export interface GrantRow {
  id: string
  reference: string
  title: string
  call: { id: string; title: string }
  grantee: { id: string; name: string; kind: GranteeKind }
  placeCode: string
  aidKinds: AidKind[]
  visibility: GrantVisibility
  life: GrantLife
  /** What is awarded and not cut; before that, what is approved or asked for. */
  amount: Money
  disbursed: Money
  payable: Money
}

export interface GrantReport extends Omit<GrantReportRecord, 'grantId' | 'idempotencyKey'> {
  id: string
}

/** One grant as a fund manager sees it. */
export interface GrantStory extends GrantRow {
  asked: Money
  approved: Money | null
  proposedOn: CalendarDate
  from: CalendarDate | null
  until: CalendarDate | null
  doNoHarmNote: string | null
  advice: { advice: Advice; on: CalendarDate; note: string | null } | null
  decision: { decision: Decision; on: CalendarDate; note: string | null } | null
  /** Somebody has asked a second officer to confirm the award, and waits. */
  awaitsSignature: boolean
  awardedOn: CalendarDate | null
  standing: GrantStanding
  instalments: GrantInstalment[]
  reports: GrantReport[]
  entries: EntryRow[]
}

/** What may still be awarded on a day, and what is kept back. */
export interface AwardGround {
  awardable: Awardable
  reserveUsd: number
  reserves: (Reserve & { reason: string; by: string; at: string })[]
}
