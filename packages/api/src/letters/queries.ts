import { isDeepStrictEqual } from 'node:util'
import { findDuePledges } from '@concert/db/letter-dues'
import { findEditedTemplates, findTemplateVersions } from '@concert/db/letter-templates'
import { findLetters, getLetter } from '@concert/db/letters'
import { findDonorMailbox, findFundMailbox } from '@concert/db/mailboxes'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { Page } from '@concert/domain/fund-views'
import {
  type DuePledge,
  type LetterComparison,
  type LetterFilter,
  type LetterKind,
  type LetterRequest,
  type LetterRow,
  letterRequest,
  maxReminders,
  type WrittenLetter,
} from '@concert/domain/letter'
import type { LetterTemplate, LetterValues, TemplateVersion } from '@concert/domain/letter-template'
import type { Locale } from '@concert/domain/locales'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { exampleValues } from './example-values.ts'
import { defaultTemplate } from './letter-words.ts'
import { writeLetter } from './write-letter.ts'

const pageSize = 50

export function previewLetter(ctx: Context, request: LetterRequest): Promise<WrittenLetter> {
  return inTransaction(ctx, async (trx) => (await writeLetter(trx, ctx, request)).written)
}

export function listLetters(ctx: Context, filter: LetterFilter, reader: Locale): Promise<Page<LetterRow>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findLetters(trx, filter, reader, pageSize)),
    page: filter.page,
    pageSize,
  }))
}

export function readLetter(
  ctx: Context,
  reference: string,
  reader: Locale,
): Promise<LetterRow & { written: WrittenLetter; comparison: LetterComparison }> {
  return inTransaction(ctx, async (trx) => {
    const letter = await getLetter(trx, reference, reader)
    try {
      const { written } = await writeLetter(trx, ctx, requestOf(letter))
      const isSame = isDeepStrictEqual(contentOf(written), contentOf(letter.written))
      return {
        ...letter,
        comparison: { state: isSame ? 'same' : 'differs', refusal: null, now: isSame ? null : written },
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const refusal = { code: error.code, params: error.params }
      return { ...letter, comparison: { state: 'refused', refusal, now: null } }
    }
  })
}

/** What a reminder may be written about, the longest overdue first. */
export function listDuePledges(ctx: Context, reader: Locale): Promise<DuePledge[]> {
  return inTransaction(ctx, (trx) => findDuePledges(trx, reader, today(ctx.now()), maxReminders))
}

export interface TemplateState {
  /** 0 for the wording that Concert comes with, never edited. */
  version: number
  template: LetterTemplate
  versions: TemplateVersion[]
  /** What stands in place of each field in an example, so that nothing about a donor is needed to see one. */
  example: LetterValues<LetterKind>
}

export function readTemplate(ctx: Context, kind: LetterKind, language: Locale): Promise<TemplateState> {
  return inTransaction(ctx, async (trx) => {
    const versions = await findTemplateVersions(trx, kind, language)
    const template = versions[0]?.template ?? (await defaultTemplate(kind, language))
    const example = await exampleValues(kind, language)
    return { version: versions[0]?.version ?? 0, template, versions, example }
  })
}

export function listEditedTemplates(ctx: Context) {
  return inTransaction(ctx, (trx) => findEditedTemplates(trx))
}

export function readFundMailbox(ctx: Context): Promise<{ address: string | null }> {
  return inTransaction(ctx, async (trx) => ({ address: await findFundMailbox(trx) }))
}

export function readDonorMailbox(ctx: Context, donorId: string): Promise<{ address: string | null }> {
  return inTransaction(ctx, async (trx) => ({ address: await findDonorMailbox(trx, donorId) }))
}

function requestOf(letter: LetterRow): LetterRequest {
  const { kind, language, pledge, payment, donorId, from, until } = letter
  if (kind === 'yearly_report') return letterRequest.parse({ kind, language, donorId, year: Number(from?.slice(0, 4)) })
  if (kind === 'donor_statement') return letterRequest.parse({ kind, language, donorId, from, until })
  return letterRequest.parse(kind === 'receipt' ? { kind, language, payment } : { kind, language, pledge })
}

/** What a letter says, without the day on which it says so. */
function contentOf({ addressee, title, blocks, footer }: WrittenLetter): Partial<WrittenLetter> {
  return { addressee, title, blocks, footer }
}
