import type { CalendarDate } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import type { AccountHolding } from '@concert/domain/fund-views'
import type { AccountGround } from '@concert/domain/journal/treasury-entries'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** A bank account with what it holds at this moment. */
export async function getAccountGround(db: Db, id: string): Promise<AccountGround> {
  const row = await db
    .selectFrom('bank_account')
    .innerJoin('bank_account_balance', 'bank_account_balance.bank_account_id', 'bank_account.id')
    .select(['id', 'name', 'currency', 'held_minor', 'held_usd'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('bank_account')
  const holds = { amount: { amountMinor: row.held_minor, currency: row.currency }, usdMinor: row.held_usd }
  return { bankAccountId: row.id, name: row.name, holds }
}

/** Every bank account with what it holds. */
export async function findAccountHoldings(db: Db): Promise<AccountHolding[]> {
  const { rows } = await sql<AccountHolding>`
    select a.id, a.name, a.currency,
      jsonb_build_object('amountMinor', b.held_minor, 'currency', a.currency) as held, b.held_usd as "heldUsd"
    from bank_account a join bank_account_balance b on b.bank_account_id = a.id
    order by a.currency, a.name`.execute(db)
  return rows
}

/** The day of the first entry on a bank account, if there is one. */
export async function findFirstEntryOn(db: Db, bankAccountId: string): Promise<CalendarDate | undefined> {
  const { rows } = await sql<{ on: CalendarDate | null }>`
    select min(e.value_date) as "on" from journal_line l join journal_entry e on e.number = l.entry_number
    where l.bank_account_id = ${bankAccountId}`.execute(db)
  return rows[0]?.on ?? undefined
}
