import { z } from 'zod'
import {
  type ActKind,
  type Addressee,
  type CommitmentStatus,
  commitmentStatus,
  type Pillar,
  type Tracking,
} from './codelists.ts'
import { type Note, note } from './evidence.ts'
import type { LocalizedText } from './locales.ts'

/** Only what the United Nations itself is asked to do may carry a status; States are never graded. */
export const statusAddressees = ['secretary_general', 'unodc', 'icat'] as const
export const statusAddressee = z.enum(statusAddressees)
export type StatusAddressee = z.infer<typeof statusAddressee>

export interface Commitment {
  instrument: string
  number: string
  gist: LocalizedText
  indicator: LocalizedText | null
  addressees: Addressee[]
  actKinds: ActKind[]
  tracking: Tracking
  pillars: Pillar[]
  sdgTargets: string[]
  /** One status for each addressee that may have one; empty for a paragraph that speaks to States alone. */
  statuses: { addressee: StatusAddressee; status: CommitmentStatus; since: string | null }[]
  /** Public activities that answer the paragraph. */
  activities: number
  /** Evidence that a coordinator pointed at and the one who asks may read. */
  evidence: number
}

/** A step in the dated history of a status. Read by the group. */
export interface StatusStep {
  addressee: StatusAddressee
  status: CommitmentStatus
  note: Note
  at: string
  byName: string
}

export interface Instrument {
  slug: string
  symbol: string
  title: LocalizedText
  adoptedOn: string
  meetingSlug: string
}

export interface Resolution {
  symbol: string
  title: LocalizedText
  year: number
  adoptedOn: string | null
  source: string
  unverified: boolean
}

export const statusChange = z.strictObject({
  instrument: z.string().max(100),
  number: z.string().max(10),
  addressee: statusAddressee,
  status: commitmentStatus,
  note: note.default({}),
})
export type StatusChange = z.output<typeof statusChange>
