import { z } from 'zod'
import { calendarDate, compareDates } from './calendar-date.ts'
import { ageGroup, aidKind, exploitationForm, granteeKind, grantVisibility, sex } from './codelists.ts'
import { isActiveOn } from './currencies.ts'
import { locale, localizedText } from './locales.ts'
import { positiveMoney } from './money.ts'

const key = { idempotencyKey: z.uuid() }
const text = (max: number) => z.string().trim().min(1).max(max)
const count = z.int().min(0).max(1_000_000).nullable()

const callFacts = {
  /** In which round of the fund, as it is published: `7`, `SGP2`. */
  cycle: text(40),
  title: localizedText,
  year: z.int().min(2000).max(2200),
  openedOn: calendarDate.nullable(),
  closedOn: calendarDate.nullable(),
  theme: text(500).nullable(),
  received: count,
  eligible: count,
  shortlisted: count,
  boardAdvisedOn: calendarDate.nullable(),
  decidedOn: calendarDate.nullable(),
  /** Symbol or document that says so. */
  source: text(300),
}

type Call = { [Fact in keyof typeof callFacts]: z.infer<(typeof callFacts)[Fact]> }

/** A call for proposals: when, on what, and how many applied. Counts are null as long as nobody knows them. */
export const grantCallOpening = z.strictObject({ ...callFacts, ...key }).superRefine(checkCall)
export type GrantCallOpening = z.infer<typeof grantCallOpening>
export type GrantCallFacts = Omit<GrantCallOpening, 'idempotencyKey'>

export const grantCallChange = z.strictObject({ callId: z.uuid(), ...callFacts, ...key }).superRefine(checkCall)
export type GrantCallChange = z.infer<typeof grantCallChange>

function checkCall(call: Call, ctx: z.core.$RefinementCtx<unknown>): void {
  const issue = (path: string, code: string) =>
    ctx.addIssue({ code: 'custom', path: [path], params: { code: `grants.${code}` } })
  if (isAfter(call.openedOn, call.closedOn)) issue('closedOn', 'closed_before_opened')
  if (isAfter(call.boardAdvisedOn, call.decidedOn)) issue('decidedOn', 'decided_before_advised')
  if (isMore(call.eligible, call.received)) issue('eligible', 'more_eligible_than_received')
  if (isMore(call.shortlisted, call.eligible ?? call.received)) issue('shortlisted', 'more_shortlisted_than_eligible')
}

/** A name of a grantee in one language. */
export const granteeName = z.strictObject({ name: text(200), language: locale })
export type GranteeName = z.infer<typeof granteeName>

/** An organisation that carries aid to victims, by its names in languages. No person is named. */
export const granteeRegistration = z
  .strictObject({
    kind: granteeKind,
    names: z.array(granteeName).min(1).max(12),
    placeCode: z.string().max(10).nullable(),
    ...key,
  })
  .refine(({ names }) => new Set(names.map(({ language }) => language)).size === names.length, {
    path: ['names'],
    params: { code: 'grants.name_twice' },
  })
export type GranteeRegistration = z.infer<typeof granteeRegistration>

/** An application that goes forward to the board. */
export const grantProposal = z
  .strictObject({
    callId: z.uuid(),
    granteeId: z.uuid(),
    /** Where the money works: a country or region by its M49 code. */
    placeCode: z.string().min(1).max(10),
    aidKinds: z.array(aidKind).min(1).max(3),
    title: text(300),
    amount: positiveMoney,
    proposedOn: calendarDate,
    from: calendarDate.nullable(),
    until: calendarDate.nullable(),
    visibility: grantVisibility,
    doNoHarmNote: text(1000).nullable(),
    ...key,
  })
  .superRefine((proposal, ctx) => {
    const { amount, aidKinds, proposedOn: on } = proposal
    if (new Set(aidKinds).size < aidKinds.length) {
      ctx.addIssue({ code: 'custom', path: ['aidKinds'], params: { code: 'grants.kind_twice' } })
    }
    if (isAfter(proposal.from, proposal.until)) {
      ctx.addIssue({ code: 'custom', path: ['until'], params: { code: 'grants.ends_before_start' } })
    }
    if (!isActiveOn(amount.currency, on)) {
      const params = { code: 'fund.currency_not_active', currency: amount.currency, date: on }
      ctx.addIssue({ code: 'custom', path: ['amount'], params })
    }
  })
export type GrantProposal = z.infer<typeof grantProposal>

/** People whom a form of exploitation, sex and age group have in common. Counts only; nobody is described. */
export const peopleCell = z.strictObject({
  sex,
  ageGroup,
  form: exploitationForm,
  people: z.int().min(1).max(10_000_000),
})
export type PeopleCell = z.infer<typeof peopleCell>

export const reportKinds = ['narrative', 'financial'] as const

/** A report that the grantee owes, and what came of it. The same kind and due date is the same report. */
export const grantReportRecord = z
  .strictObject({
    grantId: z.uuid(),
    kind: z.enum(reportKinds),
    dueOn: calendarDate,
    receivedOn: calendarDate.nullable(),
    accepted: z.boolean(),
    /** The declared number of people assisted, each counted once; null where the report says nothing. */
    assisted: z.int().min(0).max(10_000_000).nullable(),
    people: z.array(peopleCell).max(200),
    ...key,
  })
  .superRefine((report, ctx) => {
    const issue = (path: string, code: string) =>
      ctx.addIssue({ code: 'custom', path: [path], params: { code: `grants.${code}` } })
    const { receivedOn, accepted, assisted, people } = report
    if (receivedOn === null && (accepted || assisted !== null)) issue('receivedOn', 'report_not_received')
    const cells = people.map((cell) => `${cell.sex} ${cell.ageGroup} ${cell.form}`)
    if (new Set(cells).size < cells.length) issue('people', 'people_twice')
    const sum = people.reduce((total, cell) => total + cell.people, 0)
    if (people.length > 0 && sum !== assisted) issue('people', 'people_sum')
  })
export type GrantReportRecord = z.infer<typeof grantReportRecord>

/** `lives`: where a grant stands, derived from what was decided and booked. */
export const grantLives = [
  'proposed',
  'advised',
  'approved',
  'declined',
  'awarded',
  'part_disbursed',
  'disbursed',
  'cancelled',
] as const
export const grantLife = z.enum(grantLives)
export type GrantLife = z.infer<typeof grantLife>

/** The filters of the grants in the books. */
export const grantFilter = z.strictObject({
  text: z.string().max(100).default(''),
  callId: z.uuid().optional(),
  granteeId: z.uuid().optional(),
  aidKind: aidKind.optional(),
  life: grantLife.optional(),
  visibility: grantVisibility.optional(),
  page: z.int().min(1).max(10_000).default(1),
})
export type GrantFilter = z.infer<typeof grantFilter>

function isAfter(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && compareDates(a, b) > 0
}

function isMore(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a > b
}
