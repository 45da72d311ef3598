import type { CalendarDate } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import type { LetterFilter, LetterKind, LetterRow, WrittenLetter } from '@concert/domain/letter'
import type { Locale } from '@concert/domain/locales'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn, findDonorIdsByName } from './donors.ts'

/** What a letter is about, by id. */
export interface LetterSubject {
  donorId: string
  pledgeId: string | null
  paymentId: string | null
  from: CalendarDate | null
  until: CalendarDate | null
}

export interface NewLetter extends LetterSubject {
  reference: string
  kind: LetterKind
  language: Locale
  templateVersion: number
  written: WrittenLetter
  sha256: string
  madeBy: string | null
  madeByName: string
  madeAt: string
}

/** The next number of the log; one that a refused letter took is not given again. */
export async function nextLetterReference(db: Db, year: number): Promise<string> {
  const { rows } = await sql<{ number: number }>`select nextval('letter_number') as number`.execute(db)
  return `LTR-${year}-${String(rows[0]?.number).padStart(5, '0')}`
}

export async function insertLetter(db: Db, letter: NewLetter): Promise<void> {
  await db
    .insertInto('letter')
    .values({
      reference: letter.reference,
      kind: letter.kind,
      language: letter.language,
      donor_id: letter.donorId,
      pledge_id: letter.pledgeId,
      payment_id: letter.paymentId,
      period_from: letter.from,
      period_until: letter.until,
      template_version: letter.templateVersion,
      written: JSON.stringify(letter.written),
      sha256: letter.sha256,
      made_by: letter.madeBy,
      made_by_name: letter.madeByName,
      made_at: letter.madeAt,
    })
    .execute()
}

/** The log of letters, the newest first. */
export async function findLetters(
  db: Db,
  filter: LetterFilter,
  reader: Locale,
  pageSize: number,
): Promise<{ rows: LetterRow[]; total: number }> {
  const where = sql.join(await conditionsOf(db, filter), sql` and `)
  const { rows } = await sql<LetterRow>`
    select ${columns(reader)} ${tables} where ${where}
    order by l.made_at desc, l.reference desc
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*) as total ${tables} where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** A letter of the log with all that stands in it. */
export async function getLetter(
  db: Db,
  reference: string,
  reader: Locale,
): Promise<LetterRow & { written: WrittenLetter }> {
  const { rows } = await sql<LetterRow & { written: WrittenLetter }>`
    select ${columns(reader)}, l.written ${tables} where l.reference = ${reference}`.execute(db)
  if (!rows[0]) throw new NotFound('letter')
  return rows[0]
}

const tables = sql`
  from letter l join donor o on o.id = l.donor_id join donor d on d.id = coalesce(o.merged_into, o.id)
  left join pledge p on p.id = l.pledge_id left join payment m on m.id = l.payment_id`

function columns(reader: Locale): RawBuilder<unknown> {
  return sql`l.reference, l.kind, l.language, d.id as "donorId",
    case when not d.anonymous then ${donorNameIn(reader, sql`d.id`)} end as "donorName",
    p.reference as pledge, m.reference as payment, l.period_from as "from", l.period_until as "until",
    l.template_version as "templateVersion", l.sha256, l.made_by_name as "madeBy", l.made_at as "madeAt"`
}

async function conditionsOf(db: Db, { kind, language, donorId, text }: LetterFilter): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  const words = text.trim()
  if (words !== '') {
    const donors = await findDonorIdsByName(db, words)
    const reference = words.toUpperCase()
    conditions.push(sql`(l.reference = ${reference} or p.reference = ${reference} or m.reference = ${reference}
      or (not d.anonymous and d.id = any (${donors}::uuid[])))`)
  }
  if (kind) conditions.push(sql`l.kind = ${kind}`)
  if (language) conditions.push(sql`l.language = ${language}`)
  if (donorId) conditions.push(sql`d.id = ${donorId}`)
  return conditions
}
