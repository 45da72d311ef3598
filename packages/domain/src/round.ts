import { z } from 'zod'
import { activityDraft, activityReference, activityStatus } from './activity.ts'
import type { AgencyRef } from './activity-view.ts'
import { addDays, type CalendarDate, calendarDate, yearOf } from './calendar-date.ts'
import { type Locale, locale } from './locales.ts'

/** What an agency says of one activity; `new` is one that was logged during the round. */
export const answerKinds = ['unchanged', 'update', 'ended', 'new'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** `awaited → in_work → submitted → cleared`; a cleared report goes back to `in_work` until the round closes. */
export const reportStates = ['awaited', 'in_work', 'submitted', 'cleared'] as const
export type ReportState = (typeof reportStates)[number]

export type RoundNote = Partial<Record<Locale, string>>
const roundNote = z
  .partialRecord(locale, z.string().trim().max(2000))
  .transform((note): RoundNote => Object.fromEntries(Object.entries(note).filter(([, text]) => text !== '')))

export const newRound = z
  .strictObject({ fromOn: calendarDate, untilOn: calendarDate, deadline: calendarDate, note: roundNote })
  .refine((round) => round.untilOn > round.fromOn, { path: ['untilOn'], params: { code: 'rounds.period_reversed' } })
  .refine((round) => round.deadline >= round.fromOn, { path: ['deadline'], params: { code: 'rounds.deadline_early' } })
export type NewRound = z.output<typeof newRound>

export const oneRound = z.strictObject({ roundId: z.uuid() })
export type OneRound = z.output<typeof oneRound>

export const deadlineChange = oneRound.extend({ deadline: calendarDate })
export type DeadlineChange = z.output<typeof deadlineChange>

/** One answer as it was typed, with the version of the activity that it was typed over. */
export const roundAnswer = z
  .strictObject({
    idempotencyKey: z.uuid(),
    reference: activityReference,
    kind: z.enum(['unchanged', 'update', 'ended']),
    expectedVersion: z.int().positive(),
    status: activityStatus,
    startOn: calendarDate.nullable(),
    endOn: calendarDate.nullable(),
    note: z.string().trim().max(1000),
    typedAt: z.iso.datetime(),
  })
  .refine((answer) => answer.kind !== 'ended' || answer.status === 'completed' || answer.status === 'cancelled', {
    path: ['status'],
    params: { code: 'rounds.ended_how' },
  })
  .refine((answer) => answer.kind !== 'ended' || answer.endOn !== null, {
    path: ['endOn'],
    params: { code: 'rounds.ended_when' },
  })
export type RoundAnswer = z.output<typeof roundAnswer>

/** Few requests on a slow line: all that waits goes together, in the order in which it was typed. */
export const mostAnswers = 50
export const answerBatch = oneRound.extend({ answers: z.array(roundAnswer).min(1).max(mostAnswers) })
export type AnswerBatch = z.output<typeof answerBatch>

/** What became of one answer. `conflict` and `stopped` kept nothing: a person has to decide first. */
export type AnswerOutcome =
  | { outcome: 'kept'; reference: string; version: number }
  | { outcome: 'conflict'; reference: string; theirs: AnsweredFields; theirVersion: number; theirName: string }
  | { outcome: 'stopped'; reference: string; codes: string[] }
  | { outcome: 'refused'; reference: string; code: string; params: Record<string, string | number> }

export type AnsweredFields = Pick<RoundAnswer, 'status' | 'startOn' | 'endOn'>

export const loggedActivity = oneRound.extend({ idempotencyKey: z.uuid(), draft: activityDraft })
export type LoggedActivity = z.output<typeof loggedActivity>

export const submission = oneRound.extend({ nothingToReport: z.boolean() })
export type Submission = z.output<typeof submission>

export interface Round {
  id: string
  fromOn: CalendarDate
  untilOn: CalendarDate
  deadline: CalendarDate
  note: RoundNote
  openedAt: string
  closedAt: string | null
}

export interface RoundReport {
  agencyId: string
  expected: boolean
  state: ReportState
  nothingToReport: boolean
  submittedAt: string | null
  clearedAt: string | null
}

/** An activity of the page of one agency, no more than what it takes to answer. */
export interface ListedActivity extends AnsweredFields {
  reference: string
  title: { language: string | null; text: string }[]
  version: number
  /** Whether this agency leads it or shares it. */
  part: 'lead' | 'shared'
  visibility: 'draft' | 'group' | 'public'
  /** What was answered; its fields are still to be written where a contributor proposed them. */
  answer: (AnsweredFields & { kind: AnswerKind; note: string; isProposal: boolean }) | null
}

export interface AgencyStanding extends Pick<RoundReport, 'state' | 'expected' | 'nothingToReport' | 'clearedAt'> {
  agency: AgencyRef
}

export interface ReportCounts {
  received: number
  awaited: number
}

/** The half-year in which `today` lies, with a month to report on it after its end. */
export function proposedRound(today: CalendarDate): Pick<Round, 'fromOn' | 'untilOn' | 'deadline'> {
  const year = yearOf(today)
  const isFirst = today < `${year}-07-01`
  const fromOn = isFirst ? `${year}-01-01` : `${year}-07-01`
  const untilOn = isFirst ? `${year}-06-30` : `${year}-12-31`
  return { fromOn, untilOn, deadline: addDays(untilOn, 31) }
}

/** Whether a report can be cleared: each activity has its answer, or the agency says that there is nothing to report. */
export function unansweredOf(activities: readonly Pick<ListedActivity, 'reference' | 'answer'>[]): string[] {
  return activities.flatMap(({ reference, answer }) => (answer === null ? [reference] : []))
}
