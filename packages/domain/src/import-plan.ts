import { z } from 'zod'
import { activityKind, exploitationForm, pillar } from './codelists.ts'
import type { ImportFinding } from './imported-activity.ts'

/** What an import would do, or did, with one activity of a file. */
export const importFates = ['new', 'changed', 'unchanged', 'superseded', 'published'] as const
export type ImportFate = (typeof importFates)[number]

/** What is kept of the last time an activity was imported. */
export interface KnownImport {
  contentHash: string
  /** Every content it ever came with, the present one included. */
  seenHashes: readonly string[]
  /** The publisher's time stamp of the present content, as an ISO instant. */
  updatedAt: string | null
  /** Whether its people have published it: from then on it is theirs, and an import no longer writes it. */
  isPublic: boolean
}

/**
 * What becomes of content that comes for an activity. An older restatement never replaces a newer one: by the
 * publisher's time stamps, and where there is none, by having been seen before. So the same files, in any order and any
 * number of times, end in the same state.
 */
export function fateOf(
  known: KnownImport | undefined,
  incoming: { contentHash: string; updatedAt: string | null },
): ImportFate {
  if (!known) return 'new'
  if (known.contentHash === incoming.contentHash) return 'unchanged'
  const age = ageAgainst(known.updatedAt, incoming.updatedAt)
  if (age === 'older') return 'superseded'
  if (known.seenHashes.includes(incoming.contentHash) && age !== 'newer') return 'superseded'
  return known.isPublic ? 'published' : 'changed'
}

function ageAgainst(known: string | null, incoming: string | null): 'older' | 'newer' | 'unknown' {
  if (known === null || incoming === null || known === incoming) return 'unknown'
  return incoming < known ? 'older' : 'newer'
}

/** What an import of one file would do, or did. `unchanged` holds what an older file restates and what is published. */
export interface FileReport {
  file: string
  bytes: number
  /** The file as a whole cannot be used, and nothing of it is kept. */
  refusedAsWhole: boolean
  new: number
  changed: number
  unchanged: number
  /** Activities left out; at least 1 when the file is refused as a whole. */
  refused: number
  refusedTransactions: number
  findings: ImportFinding[]
  /** How many findings there are; `findings` may hold only the first of them. */
  findingsCount: number
}

type Counted = 'new' | 'changed' | 'unchanged' | 'refused' | 'refusedTransactions'

export interface ImportReport extends Pick<FileReport, Counted> {
  dryRun: boolean
  files: FileReport[]
}

/** The counts of all files together. */
export function reportOf(files: FileReport[], dryRun: boolean): ImportReport {
  const sum = (key: Counted) => files.reduce((all, file) => all + file[key], 0)
  return {
    dryRun,
    new: sum('new'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
    refusedTransactions: sum('refusedTransactions'),
    files,
  }
}

/** What a person may confirm along with "concerns trafficking"; lists left out stay as they are. */
export const confirmedClassification = z.strictObject({
  pillars: z.array(pillar).max(4),
  forms: z.array(exploitationForm).max(15),
  kind: activityKind.nullable(),
})
export type ConfirmedClassification = z.infer<typeof confirmedClassification>

export const reviewDecision = z.strictObject({
  references: z.array(z.string().max(20)).min(1).max(1000),
  decision: z.enum(['relevant', 'not_relevant', 'pending']),
  /** For each named activity alike; `proposed` takes what Concert proposed for each. */
  classification: z.union([confirmedClassification, z.literal('proposed')]).nullable(),
})
export type ReviewDecision = z.infer<typeof reviewDecision>
