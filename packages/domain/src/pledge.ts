import { z } from 'zod'
import { type CalendarDate, calendarDate, compareDates } from './calendar-date.ts'
import { earmarking } from './codelists.ts'
import { isActiveOn } from './currencies.ts'
import { type money, positiveMoney, sum } from './money.ts'
import { type Instalment, instalment, maxInstalments } from './schedule.ts'

export const pledgeKinds = ['money', 'in_kind', 'policy'] as const
export const pledgeKind = z.enum(pledgeKinds)
export type PledgeKind = z.infer<typeof pledgeKind>

export const pledgeConditions = ['none', 'approval', 'match', 'other'] as const

const note = z.string().trim().min(1).max(1000).nullable()

/** What must happen first: a parliament's approval, others' money (at most `matchPercent` of the total), something else. */
export const pledgeCondition = z
  .strictObject({
    kind: z.enum(pledgeConditions),
    matchPercent: z.int().min(1).max(100).nullable(),
    note,
  })
  .superRefine((condition, ctx) => {
    if ((condition.kind === 'match') !== (condition.matchPercent !== null)) {
      ctx.addIssue({ code: 'custom', path: ['matchPercent'], params: { code: 'pledges.match_percent' } })
    }
    if (condition.kind === 'other' && condition.note === null) {
      ctx.addIssue({ code: 'custom', path: ['note'], params: { code: 'pledges.condition_note' } })
    }
  })
export type PledgeCondition = z.infer<typeof pledgeCondition>

const announcedByAnyone = {
  donorId: z.uuid(),
  announcedOn: calendarDate,
  meetingId: z.uuid().nullable(),
  earmarking,
  earmarkingNote: note,
  idempotencyKey: z.uuid(),
}

const moneyAnnouncement = z.strictObject({
  ...announcedByAnyone,
  kind: z.literal('money'),
  amount: positiveMoney,
  condition: pledgeCondition,
  instalments: z.array(instalment).max(maxInstalments),
})

const description = z.string().trim().min(1).max(2000)

const inKindAnnouncement = z.strictObject({
  ...announcedByAnyone,
  kind: z.literal('in_kind'),
  description,
  valuation: positiveMoney.nullable(),
  valuedBy: note,
})

const policyAnnouncement = z.strictObject({ ...announcedByAnyone, kind: z.literal('policy'), description })

/** What an officer types when a donor announces something. A promise: it is in no paid total. */
export const pledgeAnnouncement = z
  .discriminatedUnion('kind', [moneyAnnouncement, inKindAnnouncement, policyAnnouncement])
  .superRefine((pledge, ctx) => {
    if (pledge.kind === 'money') {
      if (!isActiveOn(pledge.amount.currency, pledge.announcedOn)) {
        ctx.addIssue({
          code: 'custom',
          path: ['amount'],
          params: currencyNotActive(pledge.amount.currency, pledge.announcedOn),
        })
      }
      for (const issue of instalmentIssues(pledge.instalments, pledge.amount)) ctx.addIssue(issue)
    }
    if (pledge.kind === 'in_kind' && (pledge.valuation === null) !== (pledge.valuedBy === null)) {
      ctx.addIssue({ code: 'custom', path: ['valuedBy'], params: { code: 'pledges.valued_by' } })
    }
  })
export type PledgeAnnouncement = z.infer<typeof pledgeAnnouncement>
export type MoneyAnnouncement = z.infer<typeof moneyAnnouncement>

/**
 * The exchange of letters or agreement that makes a promise a debt. `conditional`: nothing is due until the condition
 * is met. Without `instalments` the announced schedule stays.
 */
export const pledgeFormalisation = z
  .strictObject({
    pledgeId: z.uuid(),
    formalisedOn: calendarDate,
    amount: positiveMoney,
    evidence: z.string().trim().min(1).max(500),
    conditional: z.boolean(),
    instalments: z.array(instalment).min(1).max(maxInstalments).nullable(),
    idempotencyKey: z.uuid(),
  })
  .superRefine((formalisation, ctx) => {
    if (!formalisation.instalments) return
    for (const issue of instalmentIssues(formalisation.instalments, formalisation.amount, false)) ctx.addIssue(issue)
  })
export type PledgeFormalisation = z.infer<typeof pledgeFormalisation>

export const pledgeLives = [
  'announced',
  'formalised',
  'part_received',
  'received',
  'withdrawn',
  'closed_partly_fulfilled',
] as const
export const pledgeLife = z.enum(pledgeLives)
export type PledgeLife = z.infer<typeof pledgeLife>

export const pledgeFlags = ['overdue', 'conditional', 'reduced', 'written_off'] as const
export type PledgeFlag = (typeof pledgeFlags)[number]

export const pledgeSorts = ['newest', 'oldest', 'largest'] as const

/** The filters of the pledge list; `life` and `overdue` are for fund managers only. */
export const pledgeFilter = z.strictObject({
  text: z.string().max(100).default(''),
  donorId: z.uuid().optional(),
  meetingId: z.uuid().optional(),
  kind: pledgeKind.optional(),
  currency: z.string().length(3).optional(),
  year: z.int().min(2000).max(2200).optional(),
  life: pledgeLife.optional(),
  overdue: z.boolean().optional(),
  sort: z.enum(pledgeSorts).default('newest'),
  page: z.int().min(1).max(10_000).default(1),
})
export type PledgeFilter = z.infer<typeof pledgeFilter>

type InstalmentIssue = {
  code: 'custom'
  path: string[]
  params: { code: string } & Record<string, string | number>
}

/** What is wrong with instalments of `amount`; unless `whole`, they need not add up to it. */
export function instalmentIssues(
  instalments: readonly Instalment[],
  amount: z.infer<typeof money>,
  whole = true,
): InstalmentIssue[] {
  const issue = (code: string): InstalmentIssue => ({
    code: 'custom',
    path: ['instalments'],
    params: { code: `pledges.${code}` },
  })
  if (instalments.length === 0) return []
  if (instalments.some((part) => part.amount.currency !== amount.currency)) return [issue('instalment_currency')]
  const found: InstalmentIssue[] = []
  if (
    whole &&
    sum(
      instalments.map((part) => part.amount),
      amount.currency,
    ).amountMinor !== amount.amountMinor
  ) {
    found.push(issue('instalments_sum'))
  }
  if (
    instalments.some(
      (part, index) => index > 0 && compareDates(part.dueOn, instalments[index - 1]?.dueOn ?? part.dueOn) < 0,
    )
  ) {
    found.push(issue('instalments_order'))
  }
  return found
}

function currencyNotActive(currency: string, date: CalendarDate) {
  return { code: 'fund.currency_not_active', currency, date }
}
