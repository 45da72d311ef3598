import { sql } from 'kysely'
import type { Db } from '../src/client.ts'

/** What stands where, as `minor (usd US cents)`; nothing that is zero. */
export type Balances = Record<string, string>

interface BalanceRow {
  name: string
  minor: string
  usd: string
}

/** Every balance that the database keeps beside the journal. */
export async function findKeptBalances(db: Db): Promise<Balances> {
  const { rows } = await sql<BalanceRow>`
    select k.name || ' of pledge ' || b.pledge_id as name, k.minor::text, k.usd::text
    from pledge_balance b cross join lateral (values
      ('announced', announced_minor, announced_usd), ('formalised', formalised_minor, formalised_usd),
      ('conditional', conditional_minor, conditional_usd), ('receivable', receivable_minor, receivable_usd),
      ('received', received_minor, received_usd), ('reduced', reduced_minor, reduced_usd),
      ('written_off', written_off_minor, written_off_usd)) k (name, minor, usd)
    union all
    select 'paid on ' || row_number() over (partition by pledge_id order by due_on, position) || ' of pledge ' || pledge_id,
      paid_minor::text, '0' from instalment
    union all
    select 'unallocated of payment ' || payment_id, unallocated_minor::text, unallocated_usd::text from payment_balance
    union all
    select 'cash in ' || a.currency, sum(b.held_minor)::text, sum(b.held_usd)::text
    from bank_account a join bank_account_balance b on b.bank_account_id = a.id group by a.currency
    union all
    select 'public ' || k.name, '0', k.usd::text from fund_tally t cross join lateral (values
      ('announced', announced_usd), ('formalised', formalised_usd), ('received', received_usd),
      ('outstanding', outstanding_usd)) k (name, usd)
    where t.dimension = 'total'`.execute(db)
  return toBalances(rows)
}

/** The sum of every account in every currency, line by line, and how many entries there are. */
export async function findBalancesOfLines(db: Db): Promise<Balances> {
  const { rows } = await sql<BalanceRow>`
    select account || ' ' || currency as name, sum(amount_minor)::text as minor, sum(usd_minor)::text as usd
    from journal_line group by account, currency`.execute(db)
  return { ...toBalances(rows), entries: String(await countEntries(db)) }
}

export async function countEntries(db: Db): Promise<number> {
  const { rows } = await sql<{ entries: number }>`select count(*) as entries from journal_entry`.execute(db)
  return rows[0]?.entries ?? 0
}

/** One value for the journal as far as entry `number` and one for all of it: two that are equal hold the same to the byte. */
export async function findFingerprints(db: Db, number: number): Promise<{ thatFar: string; whole: string }> {
  const { rows } = await sql<{ thatFar: string | null; whole: string | null }>`
    select md5(string_agg(e::text || l::text, '' order by l.entry_number, l.position)
        filter (where l.entry_number <= ${number})) as "thatFar",
      md5(string_agg(e::text || l::text, '' order by l.entry_number, l.position)) as whole
    from journal_line l join journal_entry e on e.number = l.entry_number`.execute(db)
  return { thatFar: rows[0]?.thatFar ?? '', whole: rows[0]?.whole ?? '' }
}

/** The allocation that an entry booked. */
export async function findAllocationOf(db: Db, entryNumber: number): Promise<string> {
  const { id } = await db
    .selectFrom('allocation')
    .select('id')
    .where('entry_number', '=', entryNumber)
    .executeTakeFirstOrThrow()
  return id
}

function toBalances(rows: readonly BalanceRow[]): Balances {
  const standing = rows.filter(({ minor, usd }) => minor !== '0' || usd !== '0')
  return Object.fromEntries(standing.map(({ name, minor, usd }) => [name, `${minor} (${usd} US cents)`]))
}
