import { getLetter } from '@concert/db/letters'
import { DomainError } from '@concert/domain/errors'
import { type LetterRow, maxReminders } from '@concert/domain/letter'
import { writeZip } from '@concert/exchange/zip/write-zip'
import { wordsOf } from '@concert/messages/words'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { letterFile } from './letter-file.ts'

export interface Download {
  bytes: Uint8Array
  type: string
  /** Letters of ASCII only, for old programs. */
  plainName: string
  name: string
}

/** The letter as it was made, whatever the books say by now. The name of the file names no donor. */
export function downloadLetter(ctx: Context, reference: string): Promise<Download> {
  return inTransaction(ctx, async (trx) => {
    const letter = await getLetter(trx, reference, ctx.locale)
    const { bytes, sha256 } = await letterFile(letter.kind, letter.written)
    // An office program of today may write other bytes than the one that made it; what stands in it is the same.
    if (sha256 !== letter.sha256) ctx.log.warn({ reference }, 'a letter was made again with other bytes')
    return {
      bytes,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      plainName: `${reference}.docx`,
      name: await nameOf(letter),
    }
  })
}

/** Several letters in one archive. */
export function downloadLetters(ctx: Context, references: readonly string[]): Promise<Download> {
  if (references.length === 0 || references.length > maxReminders) throw new DomainError('errors.bad_request')
  return inTransaction(ctx, async (trx) => {
    const files: { name: string; bytes: Uint8Array }[] = []
    for (const reference of new Set(references)) {
      const letter = await getLetter(trx, reference, ctx.locale)
      files.push({ name: await nameOf(letter), bytes: (await letterFile(letter.kind, letter.written)).bytes })
    }
    const name = `${references.at(0)}-${references.at(-1)}.zip`
    return { bytes: writeZip(files), type: 'application/zip', plainName: name, name }
  })
}

async function nameOf({ reference, kind, language }: LetterRow): Promise<string> {
  const say = await wordsOf(language)
  return `${reference} ${say(`letters.kinds.${kind}`)}.docx`
}
