import { z } from 'zod'
import type { Membership } from './agency.ts'
import { agencyClass, membershipRole } from './codelists.ts'
import { impersonalText } from './impersonal-text.ts'

const blankIsNull = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? null : typed)

/** A year (`2024`) or a day (`2024-03-01`) as a source gives it; null where none does. */
export const sourcedDate = z.preprocess(
  blankIsNull,
  z
    .string()
    .trim()
    .refine((when) => /^(19|20)\d\d$/.test(when) || z.iso.date().safeParse(when).success, {
      params: { code: 'agencies.date_unreadable' },
    })
    .nullable(),
)

export interface MembershipPeriod {
  fromOn: string | null
  untilOn: string | null
  precision: 'day' | 'year'
}

/**
 * The days of a period: a year begins on its first and ends on its last day. Null when one end is a year and the other a
 * day: then nobody could say how exactly the period is known.
 */
export function periodOf(from: string | null, until: string | null): MembershipPeriod | null {
  const lengths = new Set([from, until].flatMap((when) => (when === null ? [] : [when.length])))
  if (lengths.size > 1) return null
  const isYear = !lengths.has(10)
  return {
    fromOn: from !== null && isYear ? `${from}-01-01` : from,
    untilOn: until !== null && isYear ? `${until}-12-31` : until,
    precision: isYear ? 'year' : 'day',
  }
}

/** What was typed for a period that is known by years or by days: the inverse of `periodOf`. */
export function typedPeriod({ fromOn, untilOn, precision }: Pick<Membership, 'fromOn' | 'untilOn' | 'precision'>) {
  const write = (date: string | null) => (date === null ? '' : precision === 'year' ? date.slice(0, 4) : date)
  return { from: write(fromOn), until: write(untilOn) }
}

function checkPeriod(
  { role, from, until }: { role?: string | undefined; from: string | null; until: string | null },
  ctx: z.RefinementCtx,
) {
  const refuse = (field: string, code: string) => ctx.addIssue({ code: 'custom', path: [field], params: { code } })
  const period = periodOf(from, until)
  if (!period) return refuse('until', 'agencies.mixed_precision')
  const { fromOn, untilOn } = period
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) refuse('until', 'agencies.ends_before_it_begins')
  if (role === 'chair' && fromOn === null) refuse('from', 'agencies.chair_needs_a_date')
}

const period = { from: sourcedDate, until: sourcedDate }
const source = impersonalText(300)

export const membershipAddition = z
  .strictObject({ agencyId: z.uuid(), role: membershipRole, ...period, source, idempotencyKey: z.uuid() })
  .superRefine(checkPeriod)
export type MembershipAddition = z.infer<typeof membershipAddition>

/** A correction says why; what stood before stays in the history. */
export const membershipCorrection = z
  .strictObject({ id: z.uuid(), ...period, source, reason: impersonalText(500), idempotencyKey: z.uuid() })
  .superRefine(checkPeriod)
export type MembershipCorrection = z.infer<typeof membershipCorrection>

export const agencyRegistration = z.strictObject({
  slug: z
    .string()
    .trim()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  acronym: z.string().trim().min(1).max(40),
  names: z.strictObject({
    en: impersonalText(200),
    fr: impersonalText(200),
    es: impersonalText(200),
    ru: impersonalText(200),
    zh: impersonalText(200),
    ar: impersonalText(200),
  }),
  class: agencyClass,
  unSystem: z.boolean(),
  source,
  idempotencyKey: z.uuid(),
})
export type AgencyRegistration = z.infer<typeof agencyRegistration>

export const membershipChanges = ['added', 'corrected', 'confirmed'] as const
export type MembershipChangeKind = (typeof membershipChanges)[number]

type Known = MembershipPeriod & Pick<Membership, 'source'>

/** One line of a membership's history. `before` is null where it began. */
export interface MembershipChange {
  id: number
  membershipId: string
  kind: MembershipChangeKind
  before: Known | null
  after: Known
  reason: string | null
  byName: string
  at: string
}
