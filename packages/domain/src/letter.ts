import { z } from 'zod'
import type { CalendarDate } from './calendar-date.ts'
import { calendarDate, compareDates } from './calendar-date.ts'
import { type Locale, locale } from './locales.ts'

/** Letters about one pledge. Asking for an exchange of letters and confirming it are two letters. */
export const pledgeLetterKinds = [
  'acknowledgement',
  'formalisation_request',
  'formalisation_confirmation',
  'reminder',
] as const

/** What the fund writes to its donors. Nothing is ever sent by Concert: a letter is a file that an officer takes along. */
export const letterKinds = [...pledgeLetterKinds, 'receipt', 'donor_statement', 'yearly_report'] as const
export const letterKind = z.enum(letterKinds)
export type LetterKind = z.infer<typeof letterKind>

/** What a letter is about. */
export type LetterSubjectType = 'pledge' | 'payment' | 'period' | 'year'

export function subjectTypeOf(kind: LetterKind): LetterSubjectType {
  switch (kind) {
    case 'receipt':
      return 'payment'
    case 'donor_statement':
      return 'period'
    case 'yearly_report':
      return 'year'
    default:
      return 'pledge'
  }
}

/** Instalments that fall due within so many days are worth a reminder; later ones are not. */
export const reminderHorizonDays = 30

const aboutPledge = z.strictObject({
  kind: z.enum(pledgeLetterKinds),
  language: locale,
  pledge: z.string().min(1).max(20),
})

const aboutPayment = z.strictObject({
  kind: z.literal('receipt'),
  language: locale,
  payment: z.string().min(1).max(20),
})

const aboutPeriod = z.strictObject({
  kind: z.literal('donor_statement'),
  language: locale,
  donorId: z.uuid(),
  from: calendarDate,
  until: calendarDate,
})

const aboutYear = z.strictObject({
  kind: z.literal('yearly_report'),
  language: locale,
  donorId: z.uuid(),
  year: z.int().min(2000).max(2200),
})

/** Which letter, about what, in which language. Pledges and payments go by their reference. */
export const letterRequest = z
  .discriminatedUnion('kind', [aboutPledge, aboutPayment, aboutPeriod, aboutYear])
  .superRefine((request, ctx) => {
    if (request.kind === 'donor_statement' && compareDates(request.until, request.from) < 0) {
      ctx.addIssue({ code: 'custom', path: ['until'], params: { code: 'letters.period_backwards' } })
    }
  })
export type LetterRequest = z.infer<typeof letterRequest>

/** A request with the key that makes the letter once, however often it is sent. */
export const letterComposition = z.strictObject({ request: letterRequest, idempotencyKey: z.uuid() })
export type LetterComposition = z.infer<typeof letterComposition>

/** As many reminders in one go as a person can still look through. */
export const maxReminders = 100

export const reminderComposition = z.strictObject({
  pledges: z.array(z.string().min(1).max(20)).min(1).max(maxReminders),
  language: locale,
  idempotencyKey: z.uuid(),
})
export type ReminderComposition = z.infer<typeof reminderComposition>

export const letterReference = z.string().regex(/^LTR-\d{4}-\d{5,}$/)

export const letterFilter = z.strictObject({
  kind: letterKind.optional(),
  language: locale.optional(),
  donorId: z.uuid().optional(),
  text: z.string().max(100).default(''),
  page: z.int().min(1).max(10_000).default(1),
})
export type LetterFilter = z.infer<typeof letterFilter>

/** A table of a letter, every cell already in words. Without a single header it is a list of facts. */
export interface LetterTable {
  columns: { header: string; isNumeric: boolean }[]
  rows: { cells: string[]; isTotal: boolean }[]
}

export type LetterBlock = { kind: 'paragraph'; text: string } | { kind: 'table'; table: LetterTable }

/** A letter as it stands on paper: what the file is made from, kept unchanged in the log. */
export interface WrittenLetter {
  language: Locale
  /** Null until it is made. */
  reference: string | null
  writtenOn: CalendarDate
  /** `writtenOn` in words. */
  date: string
  issuer: string
  /** Functions and names of institutions; never a contact person. */
  addressee: string[]
  title: string
  blocks: LetterBlock[]
  footer: string[]
}

/** A letter in the log. The donor's name is null where the donor is anonymous: it stands in the file only. */
export interface LetterRow {
  reference: string
  kind: LetterKind
  language: Locale
  donorId: string
  donorName: string | null
  pledge: string | null
  payment: string | null
  from: CalendarDate | null
  until: CalendarDate | null
  /** 0 for the wording that Concert comes with. */
  templateVersion: number
  sha256: string
  madeBy: string
  madeAt: string
}

/** What of a letter would read otherwise if it were made today. */
export interface LetterComparison {
  /** `refused`: it could not be made any more, and why. */
  state: 'same' | 'differs' | 'refused'
  refusal: { code: string; params: Record<string, string | number> } | null
  now: WrittenLetter | null
}

/** A pledge of which something is overdue or falls due soon. */
export interface DuePledge {
  reference: string
  donorId: string
  donorName: string | null
  dueOn: CalendarDate
  due: { amountMinor: number; currency: string }
  window: ReminderWindow
  /** Of the last reminder in the log. */
  remindedOn: CalendarDate | null
}

/** Overdue, due today, within a week, within thirty days. */
export const reminderWindows = ['overdue', 'today', 'days_7', 'days_30'] as const
export type ReminderWindow = (typeof reminderWindows)[number]
