import { z } from 'zod'
import { activityReference, placeCode } from './activity.ts'
import { type CalendarDate, calendarDate } from './calendar-date.ts'
import { activityKind, pillar } from './codelists.ts'
import { locale } from './locales.ts'
import { findPersonalData } from './personal-data.ts'

/** How far a request is, in the order in which it is worked on; the last three end it. */
export const requestStages = [
  'received',
  'acknowledged',
  'matched',
  'in_delivery',
  'answered',
  'declined',
  'withdrawn',
] as const
export const requestStage = z.enum(requestStages)
export type RequestStage = z.infer<typeof requestStage>

/** The stages of a request that nobody has answered yet. */
export const openStages = ['received', 'acknowledged', 'matched', 'in_delivery'] as const satisfies RequestStage[]

/** The stages in which nobody has been found yet who answers. */
export const unansweredStages = ['received', 'acknowledged'] as const satisfies RequestStage[]

export const requestChannels = ['letter', 'note_verbale', 'email', 'meeting', 'mission', 'other'] as const
export const requestChannel = z.enum(requestChannels)
export type RequestChannel = z.infer<typeof requestChannel>

/** REQ-YYYY-NNNNN. */
export const requestReference = z.string().regex(/^REQ-\d{4}-\d{5,9}$/)

const note = z.string().trim().max(1000)
const reason = z.string().trim().min(3).max(500)

/** A Member State's request for technical assistance, as the coordinator writes it down (paragraphs 11 (b) and 14). */
export const requestRecord = z.strictObject({
  placeCode,
  receivedOn: calendarDate,
  channel: requestChannel,
  language: locale,
  subject: z.string().trim().min(3).max(300),
  text: z.string().trim().max(10_000),
  pillars: z.array(pillar).max(4),
  kinds: z.array(activityKind).max(10),
  /** Why what looks like personal data is none; asked for only when something does. */
  guardReason: reason.nullable(),
  idempotencyKey: z.uuid(),
})
export type RequestRecord = z.output<typeof requestRecord>

/** The next step of a request, with the stage it was read at, so that two coordinators do not both move it. */
export const requestMove = z.strictObject({
  reference: requestReference,
  from: requestStage,
  to: requestStage,
  on: calendarDate,
  note,
})
export type RequestMove = z.output<typeof requestMove>

/** Takes the last step back as a mistake; what was recorded stays in the history. */
export const requestCorrection = z.strictObject({ reference: requestReference, from: requestStage, reason })
export type RequestCorrection = z.output<typeof requestCorrection>

export const offerRecord = z.strictObject({
  reference: requestReference,
  what: z.string().trim().min(3).max(1000),
  fromOn: calendarDate.nullable(),
  note,
  idempotencyKey: z.uuid(),
})
export type OfferRecord = z.output<typeof offerRecord>

export const offerChoice = z.strictObject({ id: z.uuid() })

/** The State takes the offer: an activity of that agency carries it out, a new draft when none is named. */
export const offerAcceptance = z.strictObject({
  id: z.uuid(),
  on: calendarDate,
  note,
  activity: activityReference.nullable(),
  idempotencyKey: z.uuid(),
})
export type OfferAcceptance = z.output<typeof offerAcceptance>

export const consentRecord = z.strictObject({
  reference: requestReference,
  givenOn: calendarDate,
  how: z.string().trim().min(3).max(300),
  document: z.string().trim().min(1).max(200),
})
export type ConsentRecord = z.output<typeof consentRecord>

export const oneRequest = z.strictObject({ reference: requestReference })

/**
 * The stages that may come next. A request is matched by accepting an offer, never by hand; one that is closed goes
 * nowhere, except back by a correction.
 */
export function nextStages(stage: RequestStage): RequestStage[] {
  switch (stage) {
    case 'received':
      return ['acknowledged', 'answered', 'declined', 'withdrawn']
    case 'acknowledged':
      return ['answered', 'declined', 'withdrawn']
    case 'matched':
      return ['in_delivery', 'answered', 'declined', 'withdrawn']
    case 'in_delivery':
      return ['answered', 'declined', 'withdrawn']
    default:
      return []
  }
}

/** Whether an offer may still be made and accepted. */
export function takesOffers(stage: RequestStage): boolean {
  return openStages.some((open) => open === stage)
}

/**
 * What is wrong with the day of a step: `before_last_step` when it lies before the step that it follows, `in_future`
 * when it lies after `today`; null when it is in order.
 */
export function dayProblem(
  on: CalendarDate,
  lastStepOn: CalendarDate,
  today: CalendarDate,
): 'before_last_step' | 'in_future' | null {
  if (on > today) return 'in_future'
  return on < lastStepOn ? 'before_last_step' : null
}

/** The stage that linked activities suggest; a proposal to the coordinator, nothing moves by itself. */
export function proposedStage(stage: RequestStage, activityStatuses: readonly string[]): RequestStage | null {
  if (activityStatuses.length === 0 || !takesOffers(stage)) return null
  if (activityStatuses.every((status) => status === 'completed')) return 'answered'
  return stage === 'matched' && activityStatuses.some((status) => status === 'ongoing' || status === 'completed')
    ? 'in_delivery'
    : null
}

/** The first words in these texts that look like personal data; undefined when nothing does. */
export function personalWordsIn(texts: readonly string[]): string | undefined {
  return findPersonalData(texts.join('\n'))[0]?.words
}
