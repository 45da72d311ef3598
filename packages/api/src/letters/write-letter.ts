import type { Trx } from '@concert/db/client'
import { getDonor, getDonorRecord } from '@concert/db/donors'
import { findTemplateVersions } from '@concert/db/letter-templates'
import type { LetterSubject } from '@concert/db/letters'
import { findDonorMailbox, findFundMailbox } from '@concert/db/mailboxes'
import { type CalendarDate, today } from '@concert/domain/calendar-date'
import type { LetterKind, LetterRequest, WrittenLetter } from '@concert/domain/letter'
import { type LetterTemplate, type LetterValues, mergeTemplate } from '@concert/domain/letter-template'
import type { Locale } from '@concert/domain/locales'
import type { Context } from '../context.ts'
import { findReconciliation } from '../statement/reconciliation.ts'
import { tellAboutPayment } from './about-payment.ts'
import { tellAboutPeriod } from './about-period.ts'
import { tellAboutPledge } from './about-pledge.ts'
import { tellAboutYear } from './about-year.ts'
import { defaultTemplate, type LetterWords, letterWords } from './letter-words.ts'
import type { Told } from './told.ts'

export interface Draft {
  subject: LetterSubject
  templateVersion: number
  written: WrittenLetter
}

/**
 * The letter as it would be made now. `day` is the date it bears and as of which things are due. Throws DomainError
 * where such a letter would not be true.
 */
export async function writeLetter(trx: Trx, ctx: Context, request: LetterRequest): Promise<Draft> {
  const { kind, language } = request
  const day = today(ctx.now())
  const words = await letterWords(language)
  const told = await tell(trx, request, words, day)
  const { donorId } = told.subject
  const donor = await getDonorRecord(trx, donorId, language, day)
  const { version, template } = await templateInForce(trx, kind, language)
  const fundName = words.say('letters.fundName')
  const date = words.date(day)
  const merged = mergeTemplate(template, {
    text: { fundName, donorName: donor.name ?? '', date, ...told.text },
    tables: told.tables,
  } as LetterValues<LetterKind>)
  return {
    subject: told.subject,
    templateVersion: version,
    written: {
      language,
      reference: null,
      writtenOn: day,
      date,
      issuer: fundName,
      addressee: await addresseeOf(trx, donorId, donor.name ?? '', words),
      ...merged,
      footer: await footerOf(trx, kind, day, words),
    },
  }
}

/** The newest wording of the manager's, else the one that Concert comes with. */
export async function templateInForce(
  trx: Trx,
  kind: LetterKind,
  language: Locale,
): Promise<{ version: number; template: LetterTemplate }> {
  const [newest] = await findTemplateVersions(trx, kind, language)
  return { version: newest?.version ?? 0, template: newest?.template ?? (await defaultTemplate(kind, language)) }
}

async function tell(trx: Trx, request: LetterRequest, words: LetterWords, day: CalendarDate): Promise<Told> {
  switch (request.kind) {
    case 'receipt':
      return tellAboutPayment(trx, request, words)
    case 'donor_statement':
      return tellAboutPeriod(trx, { ...request, donorId: await standingDonor(trx, request.donorId) }, words)
    case 'yearly_report':
      return tellAboutYear(trx, { ...request, donorId: await standingDonor(trx, request.donorId) }, words)
    default:
      return tellAboutPledge(trx, request, words, day)
  }
}

/** The donor, or the one that it was merged into: what it gave is under that one's name. */
async function standingDonor(trx: Trx, donorId: string): Promise<string> {
  const { id, mergedInto } = await getDonor(trx, donorId)
  return mergedInto ?? id
}

/** A State is written to through its mission, an institution through an office, never through a person. */
async function addresseeOf(trx: Trx, donorId: string, name: string, { say }: LetterWords): Promise<string[]> {
  const { kind } = await getDonor(trx, donorId)
  const mailbox = await findDonorMailbox(trx, donorId)
  const lines = kind === 'IND' ? [name] : [say(`letters.addressee.${isState(kind) ? 'mission' : 'office'}`), name]
  return mailbox ? [...lines, mailbox] : lines
}

function isState(kind: string): boolean {
  return kind === 'GOV' || kind === 'OBS'
}

async function footerOf(trx: Trx, kind: LetterKind, day: CalendarDate, words: LetterWords): Promise<string[]> {
  const { say } = words
  const mailbox = await findFundMailbox(trx)
  const reply = mailbox ? [say('letters.footer.reply', { mailbox })] : []
  if (kind !== 'donor_statement' && kind !== 'yearly_report') return reply
  const state = await findReconciliation(trx, day)
  const compared = state
    ? say('letters.footer.reconciled', { date: words.date(state.until), difference: words.usd(state.differenceUsd) })
    : say('letters.footer.unreconciled')
  return [...reply, compared]
}
