import type { DonorKind } from '@concert/domain/codelists'
import type { DonorFilter, DonorName, DonorRegistration } from '@concert/domain/donor'
import { NotFound } from '@concert/domain/errors'
import type { DonorRecord, PublicDonor } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'

export interface Donor {
  id: string
  kind: DonorKind
  placeCode: string | null
  anonymous: boolean
  /** The donor that it turned out to be. */
  mergedInto: string | null
}

export type NewDonor = Omit<DonorRegistration, 'idempotencyKey'>

export async function insertDonor(db: Db, { kind, names, placeCode, anonymous }: NewDonor): Promise<string> {
  const { id } = await db
    .insertInto('donor')
    .values({ kind, place_code: placeCode, anonymous })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const name of names) await insertDonorName(db, id, name)
  return id
}

/** False when the donor already goes by this name. */
export async function insertDonorName(db: Db, donorId: string, name: DonorName): Promise<boolean> {
  const row = await db
    .insertInto('donor_name')
    .values({ donor_id: donorId, ...name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function getDonor(db: Db, id: string): Promise<Donor> {
  const row = await db.selectFrom('donor').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('donor')
  return {
    id: row.id,
    kind: row.kind,
    placeCode: row.place_code,
    anonymous: row.anonymous,
    mergedInto: row.merged_into,
  }
}

/** What the donor is called, as `donorNameIn` chooses. */
export async function getDonorName(db: Db, id: string, reader: Locale): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select ${donorNameIn(reader, sql`${id}::uuid`)} as name`.execute(
    db,
  )
  if (!rows[0]?.name) throw new NotFound('donor')
  return rows[0].name
}

/** The donor itself, or the one that it was merged into. */
export function standingDonor(id: string): RawBuilder<string> {
  return sql`(select coalesce(merged_into, id) from donor where id = ${id})`
}

/** The main name of the donor in this column, in the reader's language, else in English, else in any. */
export function donorNameIn(reader: Locale, donorId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(
    select n.name from donor_name n where n.donor_id = ${donorId}
    order by n.role = 'main' desc, coalesce(n.since <= current_date, true) desc, n.language = ${reader} desc,
      n.language = 'en' desc, n.since desc nulls last, n.created_at desc
    limit 1)`
}

/** Alphabetical as the reader's language has it. */
export function inOrderOf(reader: Locale): RawBuilder<unknown> {
  return sql.raw(`collate "${reader}-x-icu"`)
}

/** Named donors, in the alphabetical order of the reader's language. */
export async function findPublicDonors(
  db: Db,
  filter: DonorFilter,
  reader: Locale,
  pageSize: number,
): Promise<{ rows: PublicDonor[]; total: number }> {
  const where = sql`not d.anonymous and ${narrowing(filter)}`
  const { rows } = await sql<PublicDonor>`
    select * from (select ${publicColumns(reader)} from donor d ${withTally} where ${where}) found
    order by found.name ${inOrderOf(reader)}, found.id limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(
    db,
  )
  return { rows, total: await countDonors(db, where) }
}

/** A named donor, or the one that it was merged into; one that is anonymous is not found. */
export async function getPublicDonor(db: Db, id: string, reader: Locale): Promise<PublicDonor> {
  const { rows } = await sql<PublicDonor>`
    select ${publicColumns(reader)} from donor d ${withTally} where not d.anonymous and d.id = ${standingDonor(id)}`.execute(
    db,
  )
  if (!rows[0]) throw new NotFound('donor')
  return rows[0]
}

/** Every donor, anonymous ones too, for fund managers. */
export async function findDonorRecords(
  db: Db,
  filter: DonorFilter,
  reader: Locale,
  today: string,
  pageSize: number,
): Promise<{ rows: DonorRecord[]; total: number }> {
  const where = narrowing(filter)
  const { rows } = await sql<DonorRecord>`
    select found.*, ${overdueOf(sql`found.id`, today)} as "overdueUsd" from (
      select ${recordColumns(reader)} from donor d join donor_balance b on b.donor_id = d.id where ${where}
      order by ${donorNameIn(reader, sql`d.id`)} ${inOrderOf(reader)}, d.id
      limit ${pageSize} offset ${(filter.page - 1) * pageSize}
    ) found`.execute(db)
  return { rows, total: await countDonors(db, where) }
}

/** What fund managers see of a donor, or of the one that it was merged into. */
export async function getDonorRecord(db: Db, id: string, reader: Locale, today: string): Promise<DonorRecord> {
  const { rows } = await sql<DonorRecord>`
    select ${recordColumns(reader)}, ${overdueOf(sql`d.id`, today)} as "overdueUsd" from donor d join donor_balance b on b.donor_id = d.id
    where d.id = ${standingDonor(id)}`.execute(db)
  if (!rows[0]) throw new NotFound('donor')
  return rows[0]
}

/** Ids of donors with a name like this; row-level security keeps those that the reader may not know. */
export async function findDonorIdsByName(db: Db, text: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct donor_id as id from donor_name where lower(name) like ${likeText(text)}`.execute(db)
  return rows.map((row) => row.id)
}

const withTally = sql`left join fund_tally t on t.dimension = 'donor' and t.key = d.id::text`

function publicColumns(reader: Locale) {
  return sql`d.id, d.kind, ${donorNameIn(reader, sql`d.id`)} as name, d.place_code as "placeCode",
    coalesce(t.pledges, 0) as pledges, coalesce(t.announced_usd, 0) as "announcedUsd",
    coalesce(t.formalised_usd, 0) as "formalisedUsd", coalesce(t.received_usd, 0) as "receivedUsd"`
}

function recordColumns(reader: Locale) {
  return sql`d.id, d.kind, ${donorNameIn(reader, sql`d.id`)} as name, d.place_code as "placeCode", d.anonymous, b.pledges,
    b.announced_usd as "announcedUsd", b.formalised_usd as "formalisedUsd", b.received_usd as "receivedUsd",
    b.outstanding_usd as "outstandingUsd", b.unallocated_usd as "unallocatedUsd",
    (select jsonb_agg(jsonb_build_object('name', n.name, 'language', n.language, 'role', n.role, 'since', n.since)
      order by n.role = 'main' desc, n.created_at) from donor_name n where n.donor_id = d.id) as names`
}

/** The dollars at which the overdue part of the donor's receivables is carried. */
function overdueOf(donorId: RawBuilder<unknown>, today: string) {
  return sql`(
    select coalesce(sum(round(v.receivable_usd::numeric * least(due.minor, v.receivable_minor) / v.receivable_minor)), 0)::bigint
    from pledge p join pledge_balance v on v.pledge_id = p.id
    cross join lateral (
      select coalesce(sum(i.amount_minor - i.paid_minor), 0)::bigint as minor from instalment i
      where i.pledge_id = p.id and i.due_on < ${today}) due
    where p.donor_id = ${donorId} and v.receivable_minor > 0)`
}

function narrowing({ text, kind }: DonorFilter): RawBuilder<unknown> {
  const words = text.trim()
  const named =
    words === ''
      ? sql`d.merged_into is null`
      : sql`d.merged_into is null and exists (select from donor_name n where n.donor_id = d.id and lower(n.name) like ${likeText(words)})`
  return kind === undefined ? named : sql`${named} and d.kind = ${kind}`
}

async function countDonors(db: Db, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from donor d where ${where}`.execute(db)
  return rows[0]?.total ?? 0
}

function likeText(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
}
