import { z } from 'zod'
import { activityReference } from './activity.ts'
import type { ActivitySummary } from './activity-view.ts'
import { overlapFacts } from './overlap/facts.ts'
import type { OverlapFact, OverlapReason } from './overlap.ts'

/** What a pair was found to be: two that coordinate, or two that only look alike. */
export const verdictKinds = ['coordinate', 'different'] as const
export const verdictKind = z.enum(verdictKinds)
export type VerdictKind = z.infer<typeof verdictKind>

const verdictNote = z
  .string()
  .trim()
  .max(1000)
  .refine((text) => text.length >= 3, { params: { code: 'overlaps.note_missing' } })

/** A decision on two activities, in either order. */
export const overlapSettlement = z.strictObject({
  references: z.tuple([activityReference, activityReference]),
  kind: verdictKind,
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

export interface OverlapVerdict {
  kind: VerdictKind
  note: string
  at: string
  byName: string
  /** The acronym of the agency for which it was given. */
  byAgency: string | null
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
}

/** What the radar shows beside a form. */
export interface RadarHit {
  activity: ActivitySummary
  score: number
  reasons: OverlapReason[]
  /** Null as long as the pair is in no list: the typed one is not saved, or a draft. */
  pair: { state: OverlapState; verdict: OverlapVerdict | null } | null
}
