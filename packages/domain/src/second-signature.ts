import { z } from 'zod'
import type { CalendarDate } from './calendar-date.ts'
import type { EntryKind } from './journal/accounts.ts'
import type { Money } from './money.ts'

/** What a second fund manager has to confirm before it is booked (journal, invariant 5). */
export const signedKinds = ['write_off', 'reversal', 'award'] as const
export type SignedKind = (typeof signedKinds)[number]

export const signatureStates = ['open', 'confirmed', 'declined', 'withdrawn'] as const
export type SignatureState = (typeof signatureStates)[number]

/** What the one who is asked has to see: what would be booked, on what, and why. */
export interface SecondSignature {
  id: string
  kind: SignedKind
  state: SignatureState
  subject: { type: 'pledge' | 'payment' | 'grant' | 'entry'; id: string; reference: string }
  on: CalendarDate
  amount: Money | null
  reason: string
  askedBy: { id: string; name: string }
  askedAt: string
  decidedBy: { id: string; name: string } | null
  decidedAt: string | null
  note: string | null
  /** The entry that was booked. */
  entryNumber: number | null
  /** What the entry records that would be mirrored; null unless it is a reversal. */
  mirrors: EntryKind | null
}

export const signatureFilter = z.strictObject({
  state: z.enum(signatureStates).optional(),
  /** Those on the pledge, or on an entry about it. */
  pledgeId: z.uuid().optional(),
  paymentId: z.uuid().optional(),
  grantId: z.uuid().optional(),
  page: z.int().min(1).max(10_000).default(1),
})
export type SignatureFilter = z.infer<typeof signatureFilter>

export const signatureConfirmation = z.strictObject({ id: z.uuid(), idempotencyKey: z.uuid() })
export type SignatureConfirmation = z.infer<typeof signatureConfirmation>

/** By another officer it is declined; by the one who asked, taken back. */
export const signatureRefusal = z.strictObject({
  id: z.uuid(),
  note: z.string().trim().min(1).max(500),
  idempotencyKey: z.uuid(),
})
export type SignatureRefusal = z.infer<typeof signatureRefusal>

/** An entry of the journal that a person wants mirrored on the day `on`. */
export const entryReversal = z.strictObject({
  number: z.int().min(1),
  on: z.iso.date(),
  reason: z.string().trim().min(1).max(500),
  idempotencyKey: z.uuid(),
})
export type EntryReversal = z.infer<typeof entryReversal>
