import { z } from 'zod'
import { donorKind } from './codelists.ts'
import { donorName } from './donor.ts'

const reason = z.string().trim().min(1).max(500)

/** The donor `fromId` turns out to be the donor `intoId`: all that it pledged and paid, and its names, move there. */
export const donorMerging = z
  .strictObject({ fromId: z.uuid(), intoId: z.uuid(), reason, idempotencyKey: z.uuid() })
  .refine((merge) => merge.fromId !== merge.intoId, { path: ['fromId'], params: { code: 'donors.merge_same' } })
export type DonorMerging = z.infer<typeof donorMerging>

/** Takes a merge back: what it moved goes back, what came since stays. */
export const mergeUndoing = z.strictObject({ mergeId: z.uuid(), reason, idempotencyKey: z.uuid() })
export type MergeUndoing = z.infer<typeof mergeUndoing>

const splitTarget = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('existing'), donorId: z.uuid() }),
  z.strictObject({ to: z.literal('new'), kind: donorKind, name: donorName.pick({ name: true, language: true }) }),
])

/** Chosen pledges and payments are another donor's: one that exists, or a new one of the same anonymity. */
export const donorSplitting = z
  .strictObject({
    fromId: z.uuid(),
    pledgeIds: z.array(z.uuid()).max(500),
    paymentIds: z.array(z.uuid()).max(500),
    target: splitTarget,
    reason,
    idempotencyKey: z.uuid(),
  })
  .refine((split) => split.pledgeIds.length + split.paymentIds.length > 0, {
    path: ['pledgeIds'],
    params: { code: 'donors.split_nothing' },
  })
  .refine((split) => split.target.to === 'new' || split.target.donorId !== split.fromId, {
    path: ['target', 'donorId'],
    params: { code: 'donors.split_same' },
  })
export type DonorSplitting = z.infer<typeof donorSplitting>

/** A payment and the pledge that it pays, by the references under which officers know them. */
export interface PaidPair {
  pledge: string
  payment: string
}

/** `PAY-2026-00004 → PLG-2026-00012`, each pair once, in this order; at most `limit` of them are named. */
export function pairsInWords(pairs: readonly PaidPair[], limit = 5): string {
  const named = [...new Set(pairs.map(({ payment, pledge }) => `${payment} → ${pledge}`))].sort()
  return named.length > limit ? `${named.slice(0, limit).join(', ')} …` : named.join(', ')
}

/** What happened to a donor, as its page tells it. */
export interface DonorEvent {
  kind: 'registered' | 'named' | 'merged_in' | 'undone_in' | 'merged_away' | 'came_back' | 'split_off' | 'split_in'
  /** An instant. */
  at: string
  by: string | null
  reason: string | null
  other: { id: string; name: string } | null
  name: string | null
  /** References of the pledges and payments that moved; at most 20 of each. */
  references: string[]
  moved: { pledges: number; payments: number }
  /** The merge that stands and can be undone. */
  mergeId: string | null
}
