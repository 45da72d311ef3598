import { today } from '@concert/domain/calendar-date'
import type { PledgeStory } from '@concert/domain/fund-views'
import { type Money, subtract } from '@concert/domain/money'
import {
  announcementChange,
  conditionMeeting,
  matchedAtMost,
  pledgeIncrease,
  pledgeReduction,
  pledgeWithdrawal,
  reducedParts,
  writeOff,
} from '@concert/domain/pledge-changes'
import { z } from 'zod'
import { emptyInstalments, readInstalments, typedInstalments } from '../../../books/instalments-form.ts'
import { newKey } from '../../../books/new-key.ts'
import {
  toTyped,
  typedAmount,
  typedAmountOrNone,
  typedAmountShape,
  typedDate,
  typedText,
} from '../../../books/typed-values.ts'

// What each window holds while it is typed, and how it is read.

const typed = { pledgeId: z.string(), on: z.string().nullable(), reason: z.string(), idempotencyKey: z.string() }
const read = { pledgeId: z.uuid(), on: typedDate, reason: typedText(500), idempotencyKey: z.uuid() }

const typedSum = z.object({ ...typed, amount: typedAmountShape })
const readSum = z.object({ ...read, amount: typedAmount })

export const increaseForm = typedSum.pipe(readSum).pipe(pledgeIncrease)
export const writeOffForm = typedSum.pipe(readSum).pipe(writeOff)
export const withdrawalForm = z.object(typed).pipe(z.object(read)).pipe(pledgeWithdrawal)

export const reductionForm = typedSum
  .extend({ from: z.enum(reducedParts) })
  .pipe(readSum.extend({ from: z.enum(reducedParts) }))
  .pipe(pledgeReduction)

/** Without a condition that matches others, what they gave is not asked for. */
export const conditionForm = typedSum
  .extend({ othersGave: typedAmountShape })
  .pipe(readSum.extend({ othersGave: typedAmountOrNone }))
  .pipe(conditionMeeting)

export const changeForm = typedSum
  .extend({ instalments: typedInstalments })
  .pipe(
    readSum.extend({ instalments: typedInstalments }).transform((change, context) => {
      const instalments = readInstalments(change.instalments, change.amount, context)
      return instalments ? { ...change, instalments } : z.NEVER
    }),
  )
  .pipe(announcementChange)

export function beginChange({ id }: PledgeStory) {
  return { pledgeId: id, on: today(), reason: '', idempotencyKey: newKey() }
}

/** As `beginChange`, with an amount that is filled in already. */
export function beginWith(pledge: PledgeStory, amount: Money | null) {
  return { ...beginChange(pledge), amount: amount ? toTyped(amount) : noAmount(pledge) }
}

export function noAmount({ amount }: PledgeStory) {
  return { text: '', currency: amount?.currency ?? null }
}

export function beginAnnouncementChange(pledge: PledgeStory) {
  return { ...beginWith(pledge, null), instalments: emptyInstalments() }
}

/** How much of `matched` a donor still gives who gave `given` of it already; null where there is no limit. */
export function matchLimit(
  percent: number,
  othersGave: Money,
  given: Money | null,
): { most: Money; left: Money } | null {
  if (percent === 100) return null
  const most = matchedAtMost(percent, othersGave)
  const rest = given ? subtract(most, given) : most
  return { most, left: { ...rest, amountMinor: Math.max(0, rest.amountMinor) } }
}
