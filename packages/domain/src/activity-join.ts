import { z } from 'zod'
import { activityReference } from './activity.ts'
import { type DraftField, draftFields } from './activity-merge.ts'
import { impersonalText } from './impersonal-text.ts'

/** `proposed → joined | declined | withdrawn | replaced`, and `joined → separated`. */
export const joinStates = ['proposed', 'joined', 'declined', 'withdrawn', 'replaced', 'separated'] as const
export type JoinState = (typeof joinStates)[number]

const sentence = impersonalText(1000).refine((text) => text.length >= 3, { params: { code: 'overlaps.note_missing' } })

/** A record over the version that was shown when somebody decided. */
const seenRecord = z.strictObject({ reference: activityReference, version: z.int().positive() })

/** To make one joint activity out of two: `kept` stays, `joined` rests in it. `fromOther` are fields of `joined`. */
export const joinProposal = z.strictObject({
  kept: seenRecord,
  joined: seenRecord,
  fromOther: z
    .array(z.enum(draftFields))
    .max(draftFields.length)
    .transform((fields) => [...new Set(fields)]),
  note: sentence,
  idempotencyKey: z.uuid(),
})
export type JoinProposal = z.output<typeof joinProposal>

export const joinAgreement = z.strictObject({ id: z.uuid(), idempotencyKey: z.uuid() })
export type JoinAgreement = z.output<typeof joinAgreement>

/** Declines or withdraws a proposal, or separates what was joined. */
export const joinEnding = z.strictObject({ id: z.uuid(), why: sentence, idempotencyKey: z.uuid() })
export type JoinEnding = z.output<typeof joinEnding>

/** One of the two agencies that lead the records, and whether it has agreed. */
export interface JoinParty {
  agencyId: string
  acronym: string
  agreedAt: string | null
  agreedBy: string | null
}

/** A proposal to join, or what became of it. */
export interface ActivityJoin {
  id: string
  state: JoinState
  kept: string
  joined: string
  fromOther: DraftField[]
  note: string
  keptVersion: number
  joinedVersion: number
  proposedAt: string
  byName: string
  /** The acronym of the agency that proposed; null for a coordinator of none. */
  byAgency: string | null
  /** The lead of the kept record first. */
  parties: [JoinParty, JoinParty]
  joinedAt: string | null
  endedAt: string | null
  endedBy: string | null
  endedAgency: string | null
  endedWhy: string | null
}
