import type { CalendarDate } from '@concert/domain/calendar-date'
import { DomainError, NotFound } from '@concert/domain/errors'
import type { EntryRow } from '@concert/domain/fund-views'
import type { EntryKind } from '@concert/domain/journal/accounts'
import type { JournalFilter, Line, NewEntry } from '@concert/domain/journal/entry'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import pg from 'pg'
import type { Db, Trx } from './client.ts'
import type { JournalLineTable } from './fund-tables.ts'

/** Who books, and in answer to which request. */
export interface Booking {
  actorId: string | null
  actorName: string
  idempotencyKey: string | null
  /** The second officer's confirmation, where the kind of entry needs one. */
  signatureId?: string | undefined
}

/**
 * Holds every other posting back until this transaction ends, so that what is read from here on is what is booked upon;
 * the number that the next entry will have.
 */
export async function lockJournal(trx: Trx): Promise<number> {
  const { rows } = await sql<{ next: number }>`select lock_journal() as next`.execute(trx)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('The journal gave no number')
  return next
}

export async function postEntry(trx: Trx, booking: Booking, entry: NewEntry): Promise<number> {
  const [number] = await postEntries(trx, booking, [entry])
  if (number === undefined) throw new Error('The journal gave no number')
  return number
}

/** Books entries in this order, without a gap; their numbers. The database refuses what does not balance. */
export async function postEntries(trx: Trx, booking: Booking, entries: readonly NewEntry[]): Promise<number[]> {
  const first = await lockJournal(trx)
  const numbered = entries.map((entry, index) => ({ ...entry, number: first + index }))
  await sql`
    insert into journal_entry (number, kind, value_date, actor_id, actor_name, reason, idempotency_key, reverses,
      second_signature_id)
    select number, kind, "valueDate", ${booking.actorId}::uuid, ${booking.actorName}, reason,
      ${booking.idempotencyKey}::uuid, reverses, ${booking.signatureId ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(numbered.map(toHead))})
      as e (number bigint, kind text, "valueDate" date, reason text, reverses bigint)
    order by number`.execute(trx)
  const lines = numbered.flatMap(({ number, lines }) =>
    lines.map((line, index) => ({ entry_number: number, position: index + 1, ...toColumns(line) })),
  )
  try {
    await sql`
      insert into journal_line
      select * from jsonb_populate_recordset(null::journal_line, ${JSON.stringify(lines)})`.execute(trx)
  } catch (error) {
    // A total that code could no longer carry as an exact integer.
    if (error instanceof pg.DatabaseError && error.constraint?.endsWith('_tally_is_exact')) {
      throw new DomainError('fund.total_too_large', {}, 'amount')
    }
    throw error
  }
  return numbered.map(({ number }) => number)
}

export interface EntryHead {
  number: number
  kind: EntryKind
  valueDate: CalendarDate
  reversedBy: number | null
  lines: Line[]
}

/** A booked entry, and whether another one took it back. */
export async function getEntry(db: Db, number: number): Promise<EntryHead> {
  const { rows } = await sql<Omit<EntryHead, 'lines'>>`
    select e.number, e.kind, e.value_date as "valueDate",
      (select r.number from journal_entry r where r.reverses = e.number) as "reversedBy"
    from journal_entry e where e.number = ${number}`.execute(db)
  const [head] = rows
  if (!head) throw new NotFound('entry')
  return { ...head, lines: (await getEntryLines(db, number)).lines }
}

/** Later entries about the same pledge, payment or grant that still stand, in the order of booking. */
export async function findEntriesBuiltOn(db: Db, number: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select distinct e.number from journal_entry e
    join journal_line l on l.entry_number = e.number
    join journal_line o on o.entry_number = ${number}
      and (l.pledge_id = o.pledge_id or l.payment_id = o.payment_id or l.grant_id = o.grant_id)
    where e.number > ${number} and e.reverses is null
      and not exists (select from journal_entry r where r.reverses = e.number)
    order by 1`.execute(db)
  return rows.map((row) => row.number)
}

/** A booked entry with its lines as the domain knows them. */
export async function getEntryLines(db: Db, number: number): Promise<{ number: number; lines: Line[] }> {
  const rows = await db
    .selectFrom('journal_line')
    .selectAll()
    .select(sql<string | null>`trim_scale(rate)::text`.as('rate'))
    .where('entry_number', '=', number)
    .orderBy('position')
    .execute()
  if (rows.length === 0) throw new NotFound('entry')
  return { number, lines: rows.map(toLine) }
}

/** The last day that is closed for booking, if any. */
export async function findClosedUntil(db: Db): Promise<CalendarDate | undefined> {
  const row = await db
    .selectFrom('closed_period')
    .select((eb) => eb.fn.max<string | null>('until_on').as('until'))
    .executeTakeFirst()
  return row?.until ?? undefined
}

/** One page of the journal, the newest entry first, each with all its lines. */
export async function findEntries(
  db: Db,
  filter: JournalFilter,
  pageSize: number,
): Promise<{ rows: EntryRow[]; total: number }> {
  const where = sql.join(conditionsOf(filter), sql` and `)
  const rows = await entriesWhere(db, where, sql`desc limit ${pageSize} offset ${(filter.page - 1) * pageSize}`)
  const counted = await sql<{ total: number }>`select count(*) as total from journal_entry e where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Every entry that is about a pledge, a payment or a grant, in the order of booking. */
export function findEntriesAbout(
  db: Db,
  subject: { pledgeId: string } | { paymentId: string } | { grantId: string },
): Promise<EntryRow[]> {
  const column = 'pledgeId' in subject ? 'pledge_id' : 'paymentId' in subject ? 'payment_id' : 'grant_id'
  const [id] = Object.values(subject)
  return entriesWhere(
    db,
    sql`e.number in (select entry_number from journal_line where ${sql.ref(column)} = ${id})`,
    sql`asc`,
  )
}

function conditionsOf(filter: JournalFilter): RawBuilder<unknown>[] {
  const { number, kind, account, currency, from, until, pledgeId, paymentId, grantId, bankAccountId } = filter
  const about: RawBuilder<unknown>[] = []
  if (account) about.push(sql`l.account = ${account}`)
  if (currency) about.push(sql`l.currency = ${currency}`)
  if (pledgeId) about.push(sql`l.pledge_id = ${pledgeId}`)
  if (paymentId) about.push(sql`l.payment_id = ${paymentId}`)
  if (grantId) about.push(sql`l.grant_id = ${grantId}`)
  if (bankAccountId) about.push(sql`l.bank_account_id = ${bankAccountId}`)
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (number) conditions.push(sql`e.number = ${number}`)
  if (kind) conditions.push(sql`e.kind = ${kind}`)
  if (from) conditions.push(sql`e.value_date >= ${from}`)
  if (until) conditions.push(sql`e.value_date <= ${until}`)
  if (about.length > 0) {
    const lines = sql.join([sql`l.entry_number = e.number`, ...about], sql` and `)
    conditions.push(sql`exists (select from journal_line l where ${lines})`)
  }
  return conditions
}

async function entriesWhere(db: Db, where: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.number, e.kind, e.value_date as "valueDate", e.booked_at as "bookedAt", e.actor_name as actor, e.reason,
      e.reverses, (select r.number from journal_entry r where r.reverses = e.number) as "reversedBy",
      (select s.asked_by_name from second_signature s where s.id = e.second_signature_id) as "askedBy",
      (select coalesce(jsonb_agg(jsonb_build_object(
          'account', l.account,
          'amount', jsonb_build_object('amountMinor', l.amount_minor, 'currency', l.currency),
          'usdMinor', l.usd_minor,
          'rate', case when l.rate is not null then jsonb_build_object(
            'unitsPerUsd', trim_scale(l.rate)::text, 'on', l.rate_date, 'source', l.rate_source) end,
          'about', jsonb_build_object(
            'pledge', (select p.reference from pledge p where p.id = l.pledge_id),
            'payment', (select m.reference from payment m where m.id = l.payment_id),
            'grant', (select g.reference from fund_grant g where g.id = l.grant_id),
            'bankAccount', (select a.name from bank_account a where a.id = l.bank_account_id),
            'bankAccountId', l.bank_account_id))
        order by l.position), '[]') from journal_line l where l.entry_number = e.number) as lines
    from journal_entry e where ${where} order by e.number ${order}`.execute(db)
  return rows
}

function toHead({ number, kind, valueDate, reason, reverses }: NewEntry & { number: number }) {
  return { number, kind, valueDate, reason, reverses }
}

function toColumns({ account, amount, usdMinor, rate, about }: Line) {
  return {
    account,
    bank_account_id: about.bankAccountId,
    amount_minor: amount.amountMinor,
    currency: amount.currency,
    usd_minor: usdMinor,
    rate: rate?.unitsPerUsd,
    rate_date: rate?.on,
    rate_source: rate?.source,
    pledge_id: about.pledgeId,
    payment_id: about.paymentId,
    grant_id: about.grantId,
    donor_id: about.donorId,
    instalment_id: about.instalmentId,
  }
}

function toLine(row: Selectable<JournalLineTable>): Line {
  return {
    account: row.account,
    amount: { amountMinor: row.amount_minor, currency: row.currency },
    usdMinor: row.usd_minor,
    rate:
      row.rate !== null && row.rate_date !== null && row.rate_source !== null
        ? { unitsPerUsd: row.rate, on: row.rate_date, source: row.rate_source }
        : null,
    about: {
      bankAccountId: row.bank_account_id ?? undefined,
      pledgeId: row.pledge_id ?? undefined,
      paymentId: row.payment_id ?? undefined,
      grantId: row.grant_id ?? undefined,
      donorId: row.donor_id ?? undefined,
      instalmentId: row.instalment_id ?? undefined,
    },
  }
}
