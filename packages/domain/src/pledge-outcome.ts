import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import type { PledgeLife } from './pledge.ts'

/**
 * What became of a promise in kind or of policy: `delivered` (of policy: carried out), `delivered_in_part` with more to
 * come, `delivered_in_part_only` with the rest withdrawn, `withdrawn`, or `open` again when an earlier record was a
 * mistake. The latest record stands.
 */
export const pledgeOutcomes = ['delivered', 'delivered_in_part', 'delivered_in_part_only', 'withdrawn', 'open'] as const
export type PledgeOutcome = (typeof pledgeOutcomes)[number]

/** `note` says what was delivered, or why not. */
export const outcomeRecord = z.strictObject({
  pledgeId: z.uuid(),
  outcome: z.enum(pledgeOutcomes),
  on: calendarDate,
  note: z.string().trim().min(1).max(500),
  idempotencyKey: z.uuid(),
})
export type OutcomeRecord = z.infer<typeof outcomeRecord>

/** Where a pledge that is not money stands in its life; the same words as for money. */
export const lifeAfter = {
  delivered: 'received',
  delivered_in_part: 'part_received',
  delivered_in_part_only: 'closed_partly_fulfilled',
  withdrawn: 'withdrawn',
  open: 'announced',
} as const satisfies Record<PledgeOutcome, PledgeLife>
