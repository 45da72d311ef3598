import { today } from '@concert/domain/calendar-date'
import { ageGroup, exploitationForm, grantVisibility, sex } from '@concert/domain/codelists'
import { grantReportRecord, reportKinds } from '@concert/domain/grant'
import {
  adviceKinds,
  decisionKinds,
  grantAdvice,
  grantAward,
  grantCut,
  grantDecision,
  grantDisbursement,
  grantRefund,
  visibilitySetting,
} from '@concert/domain/grant-decisions'
import type { GrantReport, GrantStory } from '@concert/domain/grant-views'
import type { Money } from '@concert/domain/money'
import { z } from 'zod'
import { emptyInstalments, readInstalments, typedInstalments } from '../../../books/instalments-form.ts'
import { newKey } from '../../../books/new-key.ts'
import {
  chosenId,
  toTyped,
  typedAmount,
  typedAmountOrNone,
  typedAmountShape,
  typedDate,
  typedText,
  typedTextOrNone,
} from '../../../books/typed-values.ts'

// What each window holds while it is typed, and how it is read.

const typed = { grantId: z.string(), on: z.string().nullable(), idempotencyKey: z.string() }
const read = { grantId: z.uuid(), on: typedDate, idempotencyKey: z.uuid() }

export const adviceForm = z
  .object({ ...typed, advice: z.enum(adviceKinds), note: z.string() })
  .pipe(z.object({ ...read, advice: z.enum(adviceKinds), note: typedTextOrNone(500) }))
  .pipe(grantAdvice)

/** What was typed as approved is not sent with a refusal. */
export const decisionForm = z
  .object({ ...typed, decision: z.enum(decisionKinds), amount: typedAmountShape, note: z.string() })
  .transform((form) => (form.decision === 'approved' ? form : { ...form, amount: { ...form.amount, text: '' } }))
  .pipe(z.object({ ...read, decision: z.enum(decisionKinds), amount: typedAmountOrNone, note: typedTextOrNone(500) }))
  .pipe(grantDecision)

export const awardForm = z
  .object({ ...typed, amount: typedAmountShape, instalments: typedInstalments, reason: z.string() })
  .pipe(
    z
      .object({ ...read, amount: typedAmount, instalments: typedInstalments, reason: typedText(500) })
      .transform((award, context) => {
        const instalments = readInstalments(award.instalments, award.amount, context)
        return instalments ? { ...award, instalments } : z.NEVER
      }),
  )
  .pipe(grantAward)

const typedAtBank = { ...typed, bankAccountId: z.string().nullable(), amount: typedAmountShape, document: z.string() }
const readAtBank = { ...read, bankAccountId: chosenId, amount: typedAmount, document: typedText(140) }

export const disbursementForm = z
  .object({ ...typedAtBank, left: typedAmountShape })
  .pipe(z.object({ ...readAtBank, left: typedAmountOrNone }))
  .pipe(grantDisbursement)

export const refundForm = z
  .object({ ...typedAtBank, came: typedAmountShape })
  .pipe(z.object({ ...readAtBank, came: typedAmountOrNone }))
  .pipe(grantRefund)

export const cutForm = z
  .object({ ...typed, amount: typedAmountShape, reason: z.string() })
  .pipe(z.object({ ...read, amount: typedAmount, reason: typedText(500) }))
  .pipe(grantCut)

export const visibilityForm = z
  .object({
    grantId: z.string(),
    visibility: grantVisibility,
    doNoHarmNote: z.string(),
    idempotencyKey: z.string(),
  })
  .pipe(
    z.object({
      grantId: z.uuid(),
      visibility: grantVisibility,
      doNoHarmNote: typedTextOrNone(1000),
      idempotencyKey: z.uuid(),
    }),
  )
  .pipe(visibilitySetting)

const typedCell = z.object({ sex, ageGroup, form: exploitationForm, people: z.number().nullable() })
const typedReport = z.object({
  grantId: z.string(),
  kind: z.enum(reportKinds),
  dueOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  accepted: z.boolean(),
  assisted: z.number().nullable(),
  people: z.array(typedCell),
  idempotencyKey: z.string(),
})
export type TypedReport = z.infer<typeof typedReport>

export const reportForm = typedReport
  .pipe(
    z.object({
      ...typedReport.shape,
      dueOn: typedDate,
      people: z.array(z.object({ ...typedCell.shape, people: z.number() })),
    }),
  )
  .pipe(grantReportRecord)

export function beginReport(grantId: string, report: GrantReport | null): TypedReport {
  return {
    grantId,
    kind: report?.kind ?? 'narrative',
    dueOn: report?.dueOn ?? null,
    receivedOn: report?.receivedOn ?? null,
    accepted: report?.accepted ?? false,
    assisted: report?.assisted ?? null,
    people: report?.people ?? [],
    idempotencyKey: newKey(),
  }
}

export function begin({ id }: GrantStory) {
  return { grantId: id, on: today(), idempotencyKey: newKey() }
}

export function beginAward(grant: GrantStory) {
  const amount = toTyped(grant.approved ?? grant.asked)
  return { ...begin(grant), amount, instalments: emptyInstalments(), reason: '' }
}

export function beginAtBank(grant: GrantStory, amount: Money | null) {
  const typedSum = amount ? toTyped(amount) : { text: '', currency: grant.asked.currency }
  return { ...begin(grant), bankAccountId: null, amount: typedSum, document: '' }
}

/** Nothing moved on another account yet. */
export const noSum = { text: '', currency: null }
