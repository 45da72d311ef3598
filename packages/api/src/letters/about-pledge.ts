import type { Trx } from '@concert/db/client'
import { findEntriesAbout } from '@concert/db/journal'
import { findInstalments, getPledge, toStanding } from '@concert/db/pledges'
import { getPledgeNotes, getPledgeRow, getPublicPledgeStory } from '@concert/db/pledges-list'
import type { CalendarDate } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { EntryRow, InstalmentRow } from '@concert/domain/fund-views'
import { notYetFormalised, overdueAmount, type PledgeBalance } from '@concert/domain/journal/pledge-standing'
import type { LetterRequest, LetterTable } from '@concert/domain/letter'
import { dueInstalments } from '@concert/domain/letter-dues'
import { add, type Money, sum } from '@concert/domain/money'
import { factTable, type LetterWords, numeric, row, text, total } from './letter-words.ts'
import type { Told } from './told.ts'

type Request = Extract<LetterRequest, { pledge: string }>

/** What the letters about a pledge say of it. Throws DomainError where such a letter would not be true. */
export async function tellAboutPledge(
  trx: Trx,
  request: Request,
  words: LetterWords,
  today: CalendarDate,
): Promise<Told> {
  const { kind } = request
  const pledge = await findPledge(trx, request, today)
  const { standing, story, subject } = pledge
  if (story.life === 'withdrawn' && kind !== 'formalisation_confirmation') throw refusal('withdrawn', pledge)
  const { say } = words
  const contribution = story.amount ? words.money(story.amount) : (story.description ?? '')
  const common = {
    pledgeReference: story.reference,
    contribution,
    announcedOn: words.date(story.announcedOn),
    meeting: story.meeting?.title ?? say('letters.noMeeting'),
  }
  const pledgeFacts = factsOf(pledge, contribution, words)
  if (kind === 'acknowledgement') return { subject, text: common, tables: { pledgeFacts } }
  if (!standing) throw refusal('not_money', pledge)
  const instalmentTable = scheduleOf(pledge.instalments, standing, words)
  const outstanding = words.money(standing.outstanding)
  switch (kind) {
    case 'formalisation_request': {
      const open = notYetFormalised(standing)
      if (open.amountMinor === 0) throw refusal('already_formalised', pledge)
      return {
        subject,
        text: { ...common, notYetFormalised: words.money(open) },
        tables: { pledgeFacts, instalmentTable },
      }
    }
    case 'formalisation_confirmation': {
      const signed = add(standing.formalised, standing.conditional)
      const formalisedOn = lastFormalised(pledge.entries)
      if (signed.amountMinor === 0 || !formalisedOn) throw refusal('not_formalised', pledge)
      const formalised = { formalised: words.money(signed), formalisedOn: words.date(formalisedOn) }
      const dueRule = say(`letters.dueRules.${dueRuleOf(pledge.instalments, standing)}`)
      return {
        subject,
        text: { ...common, ...formalised, outstanding, dueRule },
        tables: { pledgeFacts, instalmentTable },
      }
    }
    case 'reminder': {
      const due = dueOf(pledge, standing, today)
      const asked = sum(
        due.map(({ unpaid }) => unpaid),
        standing.outstanding.currency,
      )
      const amounts = {
        outstanding,
        due: words.money(asked),
        overdue: words.money(overdueAmount(standing, pledge.instalments, today)),
      }
      return { subject, text: { ...common, ...amounts }, tables: { dueTable: dueTable(due, asked, words) } }
    }
  }
}

type FoundPledge = Awaited<ReturnType<typeof findPledge>>

async function findPledge(trx: Trx, { pledge: reference, language }: Request, today: CalendarDate) {
  const listed = await getPledgeRow(trx, reference, language, today)
  const stored = await getPledge(trx, listed.id)
  return {
    subject: { donorId: stored.donorId, pledgeId: stored.id, paymentId: null, from: null, until: null },
    story: { ...(await getPublicPledgeStory(trx, reference, language)), ...listed },
    notes: await getPledgeNotes(trx, listed.id),
    standing: 'carried' in stored ? toStanding(stored.carried) : undefined,
    instalments: await findInstalments(trx, listed.id),
    entries: await findEntriesAbout(trx, { pledgeId: listed.id }),
  }
}

function factsOf({ story, notes, standing }: FoundPledge, contribution: string, words: LetterWords): LetterTable {
  const { say } = words
  const some = (amount: Money | undefined) => (amount && amount.amountMinor > 0 ? words.money(amount) : null)
  const condition = notes.conditionNote ?? say(`pledges.conditions.${story.condition}`)
  return factTable([
    [say('letters.table.pledge'), story.reference],
    [say('letters.table.contribution'), contribution],
    [say('letters.table.valuation'), story.valuation && words.money(story.valuation)],
    [say('letters.table.announcedOn'), words.date(story.announcedOn)],
    [say('letters.table.meeting'), story.meeting?.title ?? null],
    [
      say('letters.table.earmarking'),
      story.earmarking !== 'not_specified' && say(`codes.earmarkings.${story.earmarking}`),
    ],
    [say('letters.table.condition'), story.condition !== 'none' && condition],
    [say('letters.table.formalised'), some(standing?.formalised)],
    [say('letters.table.conditional'), some(standing?.conditional)],
    [say('letters.table.received'), some(standing?.received)],
    [say('letters.table.outstanding'), some(standing?.outstanding)],
  ])
}

type Instalment = Pick<InstalmentRow, 'position' | 'dueOn' | 'amount' | 'paid'>

function scheduleOf(instalments: readonly Instalment[], standing: PledgeBalance, words: LetterWords): LetterTable {
  const { say } = words
  const isPaid = standing.received.amountMinor > 0
  const paid = (amount: Money) => (isPaid ? [words.money(amount)] : [])
  return {
    columns: [
      text(say('letters.table.instalment')),
      text(say('letters.table.dueOn')),
      numeric(say('letters.table.amount')),
      ...(isPaid ? [numeric(say('letters.table.paid'))] : []),
    ],
    rows:
      instalments.length === 0
        ? [row('–', say('letters.table.noInstalments'), ...['–', '–'].slice(isPaid ? 0 : 1))]
        : instalments.map((part) =>
            row(String(part.position), words.date(part.dueOn), words.money(part.amount), ...paid(part.paid)),
          ),
  }
}

function dueRuleOf(instalments: readonly Instalment[], { outstanding, conditional }: PledgeBalance): string {
  if (conditional.amountMinor > 0) return outstanding.amountMinor > 0 ? 'partlyConditional' : 'conditional'
  if (outstanding.amountMinor === 0) return 'paid'
  return instalments.length > 0 ? 'scheduled' : 'unscheduled'
}

/** When the donor last signed; a payment on what was only promised is a signature too. */
function lastFormalised(entries: readonly EntryRow[]): CalendarDate | undefined {
  return entries.findLast(
    ({ lines, reverses, reversedBy, kind }) =>
      reverses === null &&
      reversedBy === null &&
      kind !== 'condition_met' &&
      lines.some(
        ({ account, amount }) =>
          (account === 'pledge_income' && amount.amountMinor < 0) ||
          (account === 'conditional' && amount.amountMinor > 0),
      ),
  )?.valueDate
}

function dueOf(pledge: FoundPledge, standing: PledgeBalance, today: CalendarDate) {
  const { outstanding, conditional, formalised } = standing
  if (outstanding.amountMinor === 0) {
    if (conditional.amountMinor > 0) throw refusal('only_conditional', pledge)
    throw refusal(formalised.amountMinor > 0 ? 'nothing_outstanding' : 'nothing_due_before_formalised', pledge)
  }
  if (pledge.instalments.length === 0) throw refusal('no_schedule', pledge)
  const due = dueInstalments(pledge.instalments, outstanding, today)
  if (due.length === 0) throw refusal('nothing_due_soon', pledge)
  return due
}

function dueTable(due: ReturnType<typeof dueInstalments>, asked: Money, words: LetterWords): LetterTable {
  const { say } = words
  return {
    columns: [
      text(say('letters.table.instalment')),
      text(say('letters.table.dueOn')),
      text(say('letters.table.state')),
      numeric(say('letters.table.unpaid')),
    ],
    rows: [
      ...due.map(({ position, dueOn, unpaid, isOverdue }) =>
        row(
          String(position),
          words.date(dueOn),
          say(isOverdue ? 'letters.table.overdue' : 'letters.table.fallsDue'),
          words.money(unpaid),
        ),
      ),
      total(say('letters.table.total'), '', '', words.money(asked)),
    ],
  }
}

function refusal(name: string, { story }: FoundPledge): DomainError {
  return new DomainError(`letters.${name}`, { pledge: story.reference }, 'pledge')
}
