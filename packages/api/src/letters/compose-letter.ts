import type { Trx } from '@concert/db/client'
import { insertLetter, nextLetterReference } from '@concert/db/letters'
import { yearOf } from '@concert/domain/calendar-date'
import type { LetterComposition, LetterRequest } from '@concert/domain/letter'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { letterFile } from './letter-file.ts'
import { writeLetter } from './write-letter.ts'

/** Makes a letter and keeps it in the log, as it stands. It goes nowhere by itself. */
export function composeLetter(ctx: Context, input: LetterComposition): Promise<{ reference: string }> {
  const { request, idempotencyKey } = input
  return once(ctx, { key: idempotencyKey, procedure: 'letters.compose', body: request }, (trx) =>
    keepLetter(trx, ctx, request),
  )
}

/** The audit row names no donor: an anonymous one's name is in the letter, and there only. */
export async function keepLetter(trx: Trx, ctx: Context, request: LetterRequest): Promise<{ reference: string }> {
  const { kind, language } = request
  const { subject, templateVersion, written: draft } = await writeLetter(trx, ctx, request)
  const reference = await nextLetterReference(trx, yearOf(draft.writtenOn))
  const written = { ...draft, reference }
  const { sha256 } = await letterFile(kind, written)
  await insertLetter(trx, {
    ...subject,
    reference,
    kind,
    language,
    templateVersion,
    written,
    sha256,
    madeBy: actorUserId(ctx),
    madeByName: ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name,
    madeAt: ctx.now().toISOString(),
  })
  await recordAudit(trx, ctx, 'letter.made', { type: 'letter', id: reference }, { request, templateVersion, sha256 })
  return { reference }
}
