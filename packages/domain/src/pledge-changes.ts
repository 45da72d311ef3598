import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import type { Money } from './money.ts'
import { divideRounded, maxAmountMinor, positiveMoney } from './money.ts'
import { instalmentIssues } from './pledge.ts'
import { instalment, maxInstalments } from './schedule.ts'

const reason = z.string().trim().min(1).max(500)

const onePledge = { pledgeId: z.uuid(), on: calendarDate, reason, idempotencyKey: z.uuid() }

/**
 * What a donor announces instead, before it is formalised. `amount` is the whole announcement, not the difference.
 * `instalments` replace the announced ones; none means one sum.
 */
export const announcementChange = z
  .strictObject({ ...onePledge, amount: positiveMoney, instalments: z.array(instalment).max(maxInstalments) })
  .superRefine((change, ctx) => {
    for (const issue of instalmentIssues(change.instalments, change.amount)) ctx.addIssue(issue)
  })
export type AnnouncementChange = z.infer<typeof announcementChange>

/** A condition came true for `amount`. `othersGave` is asked for only where the donor matches others' money. */
export const conditionMeeting = z.strictObject({
  ...onePledge,
  amount: positiveMoney,
  othersGave: positiveMoney.nullable(),
})
export type ConditionMeeting = z.infer<typeof conditionMeeting>

/** `amount` more is signed than was announced; `reason` is the evidence. */
export const pledgeIncrease = z.strictObject({ ...onePledge, amount: positiveMoney })
export type PledgeIncrease = z.infer<typeof pledgeIncrease>

export const reducedParts = ['owed', 'on_condition'] as const

/** `amount` less is to come, by agreement: of what is owed, or of what waits for a condition. */
export const pledgeReduction = z.strictObject({ ...onePledge, amount: positiveMoney, from: z.enum(reducedParts) })
export type PledgeReduction = z.infer<typeof pledgeReduction>

/** The donor takes back everything that is still open. */
export const pledgeWithdrawal = z.strictObject(onePledge)
export type PledgeWithdrawal = z.infer<typeof pledgeWithdrawal>

/** `amount` of what is owed is given up. Booked once a second officer has confirmed it. */
export const writeOff = z.strictObject({ ...onePledge, amount: positiveMoney })
export type WriteOff = z.infer<typeof writeOff>

/**
 * The most that a donor gives who matches others up to `percent` % of the total: `percent ÷ (100 − percent)` of what the
 * others gave, rounded half away from zero in minor units. For 100 % there is no such limit, and 10^15 is answered.
 */
export function matchedAtMost(percent: number, othersGave: Money): Money {
  if (percent === 100) return { ...othersGave, amountMinor: maxAmountMinor }
  const matched = divideRounded(BigInt(othersGave.amountMinor) * BigInt(percent), BigInt(100 - percent))
  return { ...othersGave, amountMinor: matched > BigInt(maxAmountMinor) ? maxAmountMinor : Number(matched) }
}
