import { z } from 'zod'
import { calendarDate } from './calendar-date.ts'
import { type AgencyClass, agencyClass } from './codelists.ts'
import { functionalMailbox } from './functional-mailbox.ts'
import { impersonalText, optionalImpersonalText } from './impersonal-text.ts'
import { sourcedDate } from './membership.ts'

/** The way of an entity into the group (A/RES/72/1, para. 13). */
export const outreachStages = ['identified', 'contacted', 'invited', 'joined', 'declined'] as const
export const outreachStage = z.enum(outreachStages)
export type OutreachStage = z.infer<typeof outreachStage>

const next: Record<OutreachStage, readonly OutreachStage[]> = {
  identified: ['contacted', 'declined'],
  contacted: ['invited', 'declined'],
  invited: ['joined', 'declined'],
  joined: [],
  declined: ['contacted'],
}

/** Where an entity may go from here. Who declined may be contacted again; who joined is a member like any other. */
export function nextStages(stage: OutreachStage): readonly OutreachStage[] {
  return next[stage]
}

const nextStep = {
  nextStep: optionalImpersonalText(300),
  nextStepAgencyId: z.uuid().nullable(),
  nextStepDueOn: calendarDate.nullable(),
}

function checkStep(step: { nextStep: string | null; nextStepDueOn: string | null }, ctx: z.RefinementCtx) {
  if (step.nextStep !== null && step.nextStepDueOn === null)
    ctx.addIssue({ code: 'custom', path: ['nextStepDueOn'], params: { code: 'outreach.step_needs_a_day' } })
}

export const entityIdentification = z
  .strictObject({
    name: impersonalText(200),
    class: agencyClass,
    mailbox: z.preprocess((typed) => (typed === '' ? null : typed), functionalMailbox.nullable()),
    on: calendarDate,
    note: impersonalText(500),
    ...nextStep,
    idempotencyKey: z.uuid(),
  })
  .superRefine(checkStep)
export type EntityIdentification = z.infer<typeof entityIdentification>

/** A dated move. An entity that joins names the agency that it is now, and since when it is a member. */
export const outreachMove = z
  .strictObject({
    id: z.uuid(),
    stage: outreachStage,
    on: calendarDate,
    note: impersonalText(500),
    agencyId: z.uuid().nullable(),
    memberFrom: sourcedDate,
    ...nextStep,
    idempotencyKey: z.uuid(),
  })
  .superRefine((move, ctx) => {
    checkStep(move, ctx)
    if (move.stage === 'joined' && move.agencyId === null)
      ctx.addIssue({ code: 'custom', path: ['agencyId'], params: { code: 'outreach.agency_missing' } })
  })
export type OutreachMove = z.infer<typeof outreachMove>

export interface OutreachStep {
  stage: OutreachStage
  on: string
  note: string
  byName: string
}

/** An entity that is not yet active in the group. Known by its name and a mailbox of its function; never by a person. */
export interface OutreachEntity {
  id: string
  name: string
  class: AgencyClass
  mailbox: string | null
  stage: OutreachStage
  nextStep: string | null
  nextStepOwner: { id: string; acronym: string } | null
  nextStepDueOn: string | null
  /** The agency that it became. */
  agency: { slug: string; acronym: string } | null
  /** Oldest first. */
  steps: OutreachStep[]
}
