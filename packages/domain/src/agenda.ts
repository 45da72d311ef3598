import { z } from 'zod'
import { type CalendarDate, calendarDate } from './calendar-date.ts'
import { impersonalText, optionalImpersonalText } from './impersonal-text.ts'
import type { LocalizedText } from './locales.ts'

/** What a meeting of the working group goes through, in this order. */
export const agendaSections = [
  'decisions',
  'overlaps',
  'gaps',
  'requests',
  'round',
  'stale',
  'outreach',
  'membership',
] as const
export const agendaSectionId = z.enum(agendaSections)
export type AgendaSectionId = z.infer<typeof agendaSectionId>

/** How many rows of a section stand on the agenda; the rest is behind its link. */
export const rowsPerSection = 8

/** A fact of the agenda before it is in a language, so that what is frozen reads in all six. */
export type AgendaCell =
  | { kind: 'text'; text: string }
  | { kind: 'date'; date: CalendarDate }
  | { kind: 'count'; count: number }
  | { kind: 'names'; names: LocalizedText }
  /** Words of the catalogue at a key. */
  | { kind: 'words'; key: string }
  | { kind: 'none' }

export interface AgendaSection {
  id: AgendaSectionId
  /** How many there are, shown or not. */
  total: number
  /** Headers, at `agenda.columns.<column>`. */
  columns: string[]
  rows: { id: string; address: string | null; cells: AgendaCell[] }[]
  /** The page with all of them. */
  address: string | null
}

export const meetingPlan = z.strictObject({
  title: impersonalText(200),
  on: calendarDate,
  /** A room and city; null is online. */
  place: optionalImpersonalText(200),
  chairAgencyId: z.uuid().nullable(),
  idempotencyKey: z.uuid(),
})
export type MeetingPlan = z.infer<typeof meetingPlan>

export const meetingChange = meetingPlan.safeExtend({ id: z.uuid() })
export type MeetingChange = z.infer<typeof meetingChange>

export const sectionNote = z.strictObject({
  meetingId: z.uuid(),
  section: agendaSectionId,
  note: optionalImpersonalText(4000),
  idempotencyKey: z.uuid(),
})
export type SectionNote = z.infer<typeof sectionNote>

export const decisionStates = ['open', 'done', 'dropped'] as const
export type DecisionState = (typeof decisionStates)[number]

export const decisionRecord = z.strictObject({
  meetingId: z.uuid(),
  text: impersonalText(500),
  ownerAgencyId: z.uuid(),
  dueOn: calendarDate,
  idempotencyKey: z.uuid(),
})
export type DecisionRecord = z.infer<typeof decisionRecord>

/** What is dropped says why; what is done may say how. */
export const decisionClosing = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['done', 'dropped']),
    note: optionalImpersonalText(500),
    idempotencyKey: z.uuid(),
  })
  .superRefine(({ state, note }, ctx) => {
    if (state === 'dropped' && note === null)
      ctx.addIssue({ code: 'custom', path: ['note'], params: { code: 'agenda.drop_needs_a_note' } })
  })
export type DecisionClosing = z.infer<typeof decisionClosing>

export interface Decision {
  id: string
  text: string
  owner: { id: string; slug: string; acronym: string }
  dueOn: CalendarDate
  state: DecisionState
  closedOn: CalendarDate | null
  closedNote: string | null
  meeting: { id: string; title: string; on: CalendarDate }
}

/** How often a decision was carried from one meeting to the next before the one on `on`: 0 at its own meeting. */
export function timesCarried(
  decision: { meeting: { on: CalendarDate } },
  meetingDays: readonly CalendarDate[],
  on: CalendarDate,
): number {
  return meetingDays.filter((day) => day > decision.meeting.on && day <= on).length
}

/** A decision as it stood at one meeting. */
export type CarriedDecision = Decision & { carried: number }

/** A meeting of the working group. Once held, `frozen` is what its page shows for ever. */
export interface GroupMeeting {
  id: string
  title: string
  on: CalendarDate
  place: string | null
  chair: { slug: string; acronym: string } | null
  notes: Partial<Record<AgendaSectionId, string>>
  frozen: FrozenAgenda | null
  heldAt: string | null
}

/** The state of things at a meeting. */
export interface FrozenAgenda {
  asOf: string
  sections: AgendaSection[]
  decisions: CarriedDecision[]
}
