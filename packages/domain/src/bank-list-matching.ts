import type { BankListRow } from './bank-list.ts'
import type { RowEvidence } from './bank-list-evidence.ts'
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import type { ErrorParams } from './errors.ts'
import { compare, formatMinor, type Money, subtract, sum } from './money.ts'

/**
 * What speaks for a donor or a pledge, and how much. Only a name or a reference says who sent the money: an equal
 * amount never does.
 */
export const matchWeights = {
  pledge_reference: 60,
  donor_in_sender: 40,
  donor_in_text: 25,
  equals_instalment: 30,
  equals_instalments: 25,
  equals_outstanding: 30,
  equals_promised: 20,
  due_within: 15,
} as const
export type MatchReasonKind = keyof typeof matchWeights

/** A donor is proposed when it leads the next one by this much. */
export const minLead = 30
/** How many days before or after its due date a payment speaks for an instalment. */
export const dueWithinDays = 30

export interface MatchReason {
  kind: MatchReasonKind
  weight: number
  params: ErrorParams
}

/** Why nothing, or not everything, is proposed. */
export const openQuestions = [
  'no_donor',
  'several_donors',
  'no_open_pledge',
  'no_pledge_fits',
  'several_pledges_fit',
  'pledge_closed',
  'pledge_other_currency',
  'rest_unallocated',
] as const
export interface OpenQuestion {
  kind: (typeof openQuestions)[number]
  params: ErrorParams
}

export interface ProposedAllocation {
  pledgeId: string
  reference: string
  /** Null where the oldest open instalments are paid first. */
  instalmentId: string | null
  position: number | null
  amount: Money
}

/** Proposes, and books nothing. `score` is the sum of the reasons' weights, at most 100. */
export interface MatchProposal {
  donorId: string | null
  allocations: ProposedAllocation[]
  reasons: MatchReason[]
  questions: OpenQuestion[]
  score: number
}

export interface OpenPledgeInstalment {
  id: string
  position: number
  dueOn: CalendarDate
  open: Money
}

/** A pledge on which money may arrive: `outstanding` is owed, `promised` is not formalised yet. */
export interface MatchablePledge {
  id: string
  reference: string
  donorId: string
  outstanding: Money
  promised: Money
  /** Open ones only, in their order. */
  instalments: OpenPledgeInstalment[]
}

/** Every pledge of the donors in question that is still open, and those that a reference names, open or not. */
export type MatchGround = readonly MatchablePledge[]

/**
 * What a line of a bank list most likely is. Deterministic: whatever is ambiguous is proposed to nobody, with the
 * reason why.
 */
export function proposeMatch(row: BankListRow, evidence: RowEvidence, ground: MatchGround): MatchProposal {
  const named = ground.filter(({ reference }) => evidence.references.includes(reference))
  const donor = donorOf(evidence, named)
  if (donor.donorId === null) return { ...donor, allocations: [], score: 0 }
  const pledges = ground.filter(({ donorId }) => donorId === donor.donorId)
  const pledge = named.length > 0 ? byReference(row, named) : byAmount(row, pledges)
  const reasons = [...donor.reasons, ...pledge.reasons]
  const score = Math.min(
    100,
    reasons.reduce((total, { weight }) => total + weight, 0),
  )
  return { donorId: donor.donorId, allocations: pledge.allocations, reasons, questions: pledge.questions, score }
}

/** What is open after a proposal was followed, so that the next line of the list is not matched with the same money. */
export function groundAfter(ground: MatchGround, { allocations }: MatchProposal): MatchGround {
  if (allocations.length === 0) return ground
  return ground.map((pledge) => {
    const own = allocations.filter(({ pledgeId }) => pledgeId === pledge.id)
    return own.reduce(pledgeAfter, pledge)
  })
}

function pledgeAfter(pledge: MatchablePledge, { amount, instalmentId }: ProposedAllocation): MatchablePledge {
  const owed = smaller(amount, pledge.outstanding)
  let left = amount
  const instalments = pledge.instalments.flatMap((instalment) => {
    const isMeant = instalmentId === null || instalmentId === instalment.id
    const paid = isMeant ? smaller(left, instalment.open) : { ...left, amountMinor: 0 }
    left = subtract(left, paid)
    const open = subtract(instalment.open, paid)
    return open.amountMinor > 0 ? [{ ...instalment, open }] : []
  })
  return {
    ...pledge,
    outstanding: subtract(pledge.outstanding, owed),
    promised: subtract(pledge.promised, smaller(subtract(amount, owed), pledge.promised)),
    instalments,
  }
}

type Donor = Pick<MatchProposal, 'donorId' | 'reasons' | 'questions'>

function donorOf({ names }: RowEvidence, named: readonly MatchablePledge[]): Donor {
  const found = new Map<string, { reasons: MatchReason[]; score: number }>()
  const speak = (donorId: string, kind: MatchReasonKind, params: ErrorParams) => {
    const known = found.get(donorId) ?? { reasons: [], score: 0 }
    found.set(donorId, { reasons: [...known.reasons, reason(kind, params)], score: known.score + matchWeights[kind] })
  }
  for (const { donorId, reference } of named) {
    // A second reference of the same donor is no further proof of who it is.
    const known = found.get(donorId)
    if (known) known.reasons.push({ ...reason('pledge_reference', { reference }), weight: 0 })
    else speak(donorId, 'pledge_reference', { reference })
  }
  for (const { donorIds, name, where } of names) {
    for (const donorId of donorIds) speak(donorId, where === 'sender' ? 'donor_in_sender' : 'donor_in_text', { name })
  }
  const [first, second] = [...found].sort(([, a], [, b]) => b.score - a.score)
  if (!first) return { donorId: null, reasons: [], questions: [{ kind: 'no_donor', params: {} }] }
  if (second && first[1].score - second[1].score < minLead) {
    const said = [...found.values()]
      .flatMap(({ reasons }) => reasons)
      .map(({ params }) => params.reference ?? params.name)
    const question = { kind: 'several_donors' as const, params: { found: [...new Set(said)].join(' · ') } }
    return { donorId: null, reasons: [], questions: [question] }
  }
  return { donorId: first[0], reasons: first[1].reasons, questions: [] }
}

type PledgeMatch = Pick<MatchProposal, 'allocations' | 'reasons' | 'questions'>

/** What the payer named is paid, in that order, as far as it is open. */
function byReference(row: BankListRow, named: readonly MatchablePledge[]): PledgeMatch {
  const questions: OpenQuestion[] = []
  const allocations: ProposedAllocation[] = []
  let left = row.amount
  for (const pledge of named) {
    const { reference } = pledge
    if (pledge.outstanding.currency !== row.amount.currency) {
      questions.push({ kind: 'pledge_other_currency', params: { reference, currency: pledge.outstanding.currency } })
      continue
    }
    const open = openOn(pledge)
    const amount = smaller(left, open)
    if (open.amountMinor === 0) questions.push({ kind: 'pledge_closed', params: { reference } })
    if (amount.amountMinor === 0) continue
    left = subtract(left, amount)
    allocations.push({ pledgeId: pledge.id, reference, instalmentId: null, position: null, amount })
  }
  if (allocations.length > 0 && left.amountMinor > 0) {
    questions.push({ kind: 'rest_unallocated', params: { amount: formatMinor(left), currency: left.currency } })
  }
  return { allocations, reasons: [], questions }
}

function byAmount(row: BankListRow, pledges: readonly MatchablePledge[]): PledgeMatch {
  const none = (kind: OpenQuestion['kind'], params: ErrorParams = {}) => ({
    allocations: [],
    reasons: [],
    questions: [{ kind, params }],
  })
  const open = pledges.filter((pledge) => openOn(pledge).amountMinor > 0)
  if (open.length === 0) return none('no_open_pledge')
  const fitting = open.flatMap((pledge) => bestFit(row, pledge) ?? []).sort((a, b) => b.score - a.score)
  const [first, second] = fitting
  if (!first) return none('no_pledge_fits')
  if (second && second.score === first.score) {
    const equal = fitting.filter(({ score }) => score === first.score)
    const references = equal.map(({ allocations }) => allocations[0]?.reference ?? '').join(', ')
    return none('several_pledges_fit', { references, count: equal.length })
  }
  return { allocations: first.allocations, reasons: first.reasons, questions: [] }
}

interface Fit {
  allocations: ProposedAllocation[]
  reasons: MatchReason[]
  score: number
}

/** The best reason why this amount pays this pledge, if there is one. */
function bestFit(row: BankListRow, pledge: MatchablePledge): Fit | undefined {
  const { amount, receivedOn } = row
  const { reference, id: pledgeId, instalments } = pledge
  if (pledge.outstanding.currency !== amount.currency) return undefined
  const isOwed = pledge.outstanding.amountMinor > 0
  const fits: Fit[] = []
  const add = (kind: MatchReasonKind, params: ErrorParams, paid: readonly OpenPledgeInstalment[]) => {
    const due = (paid.length > 0 ? paid : instalments).find(
      ({ dueOn }) => isOwed && Math.abs(daysBetween(dueOn, receivedOn)) <= dueWithinDays,
    )
    const reasons = [reason(kind, { reference, ...params })]
    if (due) reasons.push(reason('due_within', { reference, dueOn: due.dueOn, days: dueWithinDays }))
    const allocations: ProposedAllocation[] =
      paid.length > 0
        ? paid.map(({ id, position, open }) => ({ pledgeId, reference, instalmentId: id, position, amount: open }))
        : [{ pledgeId, reference, instalmentId: null, position: null, amount }]
    fits.push({ allocations, reasons, score: reasons.reduce((total, { weight }) => total + weight, 0) })
  }
  if (compare(pledge.outstanding, amount) === 0) add('equals_outstanding', {}, [])
  if (compare(openOn(pledge), amount) === 0 && pledge.promised.amountMinor > 0) add('equals_promised', {}, [])
  for (const instalment of instalments) {
    if (compare(instalment.open, amount) === 0)
      add('equals_instalment', { position: instalment.position }, [instalment])
  }
  const run = runOf(instalments, amount)
  const [from, to] = [run[0]?.position, run.at(-1)?.position]
  if (from !== undefined && to !== undefined) add('equals_instalments', { from, to }, run)
  // Of equal reasons the first one stays: what is owed as a whole, then the oldest instalment.
  return fits.reduce<Fit | undefined>((best, fit) => (best && best.score >= fit.score ? best : fit), undefined)
}

/** Two or more open instalments in a row that make up `amount`, the earliest such run. */
function runOf(instalments: readonly OpenPledgeInstalment[], amount: Money): readonly OpenPledgeInstalment[] {
  for (let start = 0; start < instalments.length; start += 1) {
    let total = 0
    for (let end = start; end < instalments.length && total < amount.amountMinor; end += 1) {
      total += instalments[end]?.open.amountMinor ?? 0
      if (total === amount.amountMinor && end > start) return instalments.slice(start, end + 1)
    }
  }
  return []
}

function openOn({ outstanding, promised }: MatchablePledge): Money {
  return sum([outstanding, promised], outstanding.currency)
}

function reason(kind: MatchReasonKind, params: ErrorParams): MatchReason {
  return { kind, weight: matchWeights[kind], params }
}

function smaller(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b
}
