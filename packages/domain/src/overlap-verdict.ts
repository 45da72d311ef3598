import { z } from 'zod'
import { type ActivityDraft, activityReference } from './activity.ts'
import type { ActivityJoin } from './activity-join.ts'
import type { ActivitySummary } from './activity-view.ts'
import { impersonalText } from './impersonal-text.ts'
import { overlapFacts } from './overlap/facts.ts'
import type { OverlapFact, OverlapReason } from './overlap.ts'

/** What a pair was found to be: one joint activity, two that coordinate, or two that only look alike. */
export type VerdictKind = 'join' | SettlementKind

/** The verdicts that one side gives alone; to join takes both (see activity-join). */
export const settlementKinds = ['coordinate', 'different'] as const
export const settlementKind = z.enum(settlementKinds)
export type SettlementKind = z.infer<typeof settlementKind>

const verdictNote = impersonalText(1000).refine((text) => text.length >= 3, {
  params: { code: 'overlaps.note_missing' },
})

/** A decision on two activities, in either order. */
export const overlapSettlement = z.strictObject({
  references: z.tuple([activityReference, activityReference]),
  kind: settlementKind,
  note: verdictNote,
  idempotencyKey: z.uuid(),
})
export type OverlapSettlement = z.output<typeof overlapSettlement>

/** What is asked while somebody types. `reference` is null for what was never saved. */
export const overlapQuestion = z.strictObject({
  reference: activityReference.nullable(),
  facts: overlapFacts.omit({ leadAgencyId: true }),
})
export type OverlapQuestion = z.output<typeof overlapQuestion>

/** A pair by its two activities, in either order. */
export const overlapPairKey = z.strictObject({ references: z.tuple([activityReference, activityReference]) })
export type OverlapPairKey = z.output<typeof overlapPairKey>

export const overlapStates = ['open', 'settled'] as const
export const overlapState = z.enum(overlapStates)
export type OverlapState = z.infer<typeof overlapState>

export const overlapsPerPage = 25

/** The pairs of the log; up to two agencies by slug, a country by its code. */
export const overlapFilter = z.strictObject({
  state: overlapState.optional(),
  agency: z.array(z.string().max(60)).max(2).optional(),
  place: z.string().max(3).optional(),
  page: z.int().positive().max(10_000).optional(),
})
export type OverlapFilter = z.output<typeof overlapFilter>

/** Where an agency answers; null where none is known. */
export interface PartyMailbox {
  acronym: string
  address: string | null
}

export interface OverlapVerdict {
  kind: VerdictKind
  note: string
  at: string
  byName: string
  /** The acronym of the agency for which it was given. */
  byAgency: string | null
  /** Where the agencies that coordinate write to each other. */
  mailboxes: PartyMailbox[]
}

export interface OverlapPairView {
  activities: [ActivitySummary, ActivitySummary]
  score: number
  reasons: OverlapReason[]
  state: OverlapState
  /** Facts that changed since the last verdict: it is open again because of them. */
  changed: OverlapFact[]
  foundAt: string
  /** The newest first. */
  verdicts: OverlapVerdict[]
  maySettle: boolean
  /** A proposal to join that waits for an answer, or the join that holds. */
  join: ActivityJoin | null
}

/** What one side of a pair says, for the page that lays both side by side. */
export interface PairSide {
  activity: ActivitySummary
  leadAgencyId: string
  version: number
  /** Without counts of people assisted for those who are not of its agencies. */
  draft: ActivityDraft
  seesAssisted: boolean
  mailbox: PartyMailbox
}

export interface PairPage {
  pair: OverlapPairView
  sides: [PairSide, PairSide]
  /** Joins of these two that are over, the newest first. */
  earlierJoins: ActivityJoin[]
  may: {
    propose: boolean
    agree: boolean
    /** Of a proposal that waits; `withdraw` for the side that made it. */
    end: 'decline' | 'withdraw' | null
    separate: boolean
  }
  /** A record of the proposal changed since it was made: it has to be proposed again. */
  hasMoved: boolean
}

/** What the radar shows beside a form. */
export interface RadarHit {
  activity: ActivitySummary
  score: number
  reasons: OverlapReason[]
  /** Null as long as the pair is in no list: the typed one is not saved, or a draft. */
  pair: { state: OverlapState; verdict: OverlapVerdict | null } | null
}
