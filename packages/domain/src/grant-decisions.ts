import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import { grantVisibility } from './codelists.ts'
import type { Money } from './money.ts'
import { positiveMoney } from './money.ts'
import { instalmentIssues } from './pledge.ts'
import { type Instalment, instalment, maxInstalments } from './schedule.ts'

const note = z.string().trim().min(1).max(500)
const oneGrant = { grantId: z.uuid(), on: calendarDate, idempotencyKey: z.uuid() }

export const adviceKinds = ['recommended', 'not_recommended'] as const
export type Advice = (typeof adviceKinds)[number]
export const decisionKinds = ['approved', 'declined'] as const
export type Decision = (typeof decisionKinds)[number]

/** What the board of the fund says to UNODC. */
export const grantAdvice = z.strictObject({ ...oneGrant, advice: z.enum(adviceKinds), note: note.nullable() })
export type GrantAdvice = z.infer<typeof grantAdvice>

/** What UNODC decides upon the board's advice; `amount` is what is approved, and may differ from what was asked for. */
export const grantDecision = z
  .strictObject({
    ...oneGrant,
    decision: z.enum(decisionKinds),
    amount: positiveMoney.nullable(),
    note: note.nullable(),
  })
  .refine(({ decision, amount }) => (decision === 'approved') === (amount !== null), {
    path: ['amount'],
    params: { code: 'grants.approved_amount' },
  })
export type GrantDecision = z.infer<typeof grantDecision>

/** The agreement with the grantee, which makes the approved amount a debt. Booked once a second officer has confirmed it. */
export const grantAward = z
  .strictObject({
    ...oneGrant,
    amount: positiveMoney,
    instalments: z.array(instalment).max(maxInstalments),
    /** Number or date of the agreement. */
    reason: note,
  })
  .superRefine((award, ctx) => {
    for (const issue of instalmentIssues(award.instalments, award.amount)) {
      ctx.addIssue({ ...issue, params: { code: issue.params.code.replace('pledges.', 'grants.') } })
    }
  })
export type GrantAward = z.infer<typeof grantAward>

/**
 * Money that left for the grantee. `amount` lessens what is payable, in the award's currency; `left` is what left the
 * bank, where the account is in another currency.
 */
export const grantDisbursement = z.strictObject({
  ...oneGrant,
  bankAccountId: z.uuid(),
  amount: positiveMoney,
  left: positiveMoney.nullable(),
  document: z.string().trim().min(1).max(140),
})
export type GrantDisbursement = z.infer<typeof grantDisbursement>

/** `amount` of what is payable will not be paid. */
export const grantCut = z.strictObject({ ...oneGrant, amount: positiveMoney, reason: note })
export type GrantCut = z.infer<typeof grantCut>

/** Money that came back. `amount` is in the award's currency; `came` is what reached an account in another one. */
export const grantRefund = z.strictObject({
  ...oneGrant,
  bankAccountId: z.uuid(),
  amount: positiveMoney,
  came: positiveMoney.nullable(),
  document: z.string().trim().min(1).max(140),
})
export type GrantRefund = z.infer<typeof grantRefund>

export const visibilitySetting = z.strictObject({
  grantId: z.uuid(),
  visibility: grantVisibility,
  /** Which harm a name or place could do, or why it does none; for fund managers only. */
  doNoHarmNote: z.string().trim().min(1).max(1000).nullable(),
  idempotencyKey: z.uuid(),
})
export type VisibilitySetting = z.infer<typeof visibilitySetting>

/** US cents that are kept back from awards from a day on. Zero ends a reserve. */
export const reserveSetting = z.strictObject({
  from: calendarDate,
  usdMinor: z.int().min(0).max(1_000_000_000_000_000),
  reason: note,
  idempotencyKey: z.uuid(),
})
export type ReserveSetting = z.infer<typeof reserveSetting>

/** What the journal says of one grant, in its currency; derived from its lines, never typed. */
export interface GrantStanding {
  awarded: Money
  cut: Money
  disbursed: Money
  payable: Money
  refunded: Money
}

export interface GrantInstalment extends Instalment {
  position: number
  disbursed: Money
  cut: Money
  state: 'open' | 'overdue' | 'disbursed' | 'cut'
}

/**
 * How far each instalment is settled: what was disbursed settles the first ones first, and what was cut is taken from
 * the last ones. The plan itself stays as it was agreed.
 */
export function instalmentStates(
  plan: readonly Instalment[],
  { disbursed, cut }: Pick<GrantStanding, 'disbursed' | 'cut'>,
  today: string,
): GrantInstalment[] {
  let left = cut.amountMinor
  const cuts = plan
    .toReversed()
    .map(({ amount }) => {
      const taken = Math.min(left, amount.amountMinor)
      left -= taken
      return taken
    })
    .toReversed()
  let paid = disbursed.amountMinor
  return plan.map(({ dueOn, amount }, index) => {
    const taken = cuts[index] ?? 0
    const settled = Math.min(paid, amount.amountMinor - taken)
    paid -= settled
    const open = amount.amountMinor - taken - settled
    const state = open > 0 ? (dueOn < today ? 'overdue' : 'open') : settled > 0 ? 'disbursed' : 'cut'
    const of = (amountMinor: number): Money => ({ amountMinor, currency: amount.currency })
    return { dueOn, amount, position: index + 1, disbursed: of(settled), cut: of(taken), state }
  })
}
