import type {
  BankListOutcome,
  BankListOutcomeRow,
  BankListRow,
  BankListSummary,
  ControlTotals,
} from '@concert/domain/bank-list'
import { NotFound } from '@concert/domain/errors'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'

export interface NewBankList {
  bankAccountId: string
  fileName: string
  sha256: string
  totals: ControlTotals
  byId: string | null
  byName: string
  rows: (BankListRow & { outcome: BankListOutcome; paymentId: string | null; reason: string | null })[]
}

export async function insertBankList(db: Db, list: NewBankList): Promise<string> {
  const { id } = await db
    .insertInto('bank_list')
    .values({
      bank_account_id: list.bankAccountId,
      file_name: list.fileName,
      sha256: list.sha256,
      row_count: list.totals.count,
      sum_minor: list.totals.sum.amountMinor,
      currency: list.totals.sum.currency,
      confirmed_by: list.byId,
      confirmed_by_name: list.byName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = list.rows.map((row) => ({
    bank_list_id: id,
    line: row.line,
    received_on: row.receivedOn,
    amount_minor: row.amount.amountMinor,
    bank_reference: row.bankReference,
    sender: row.sender,
    text: row.text,
    outcome: row.outcome,
    payment_id: row.paymentId,
    reason: row.reason,
  }))
  await sql`
    insert into bank_list_row
    select * from jsonb_populate_recordset(null::bank_list_row, ${JSON.stringify(rows)})`.execute(db)
  return id
}

/** Confirmed lists, the newest first. */
export async function findBankLists(
  db: Db,
  page: number,
  pageSize: number,
): Promise<{ rows: BankListSummary[]; total: number }> {
  const rows = await summariesWhere(
    db,
    sql`true order by b.confirmed_at desc, b.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const { total } = await db
    .selectFrom('bank_list')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** The list of a file with these bytes on this account that was confirmed before, the newest. */
export async function findBankListOfFile(
  db: Db,
  bankAccountId: string,
  sha256: string,
): Promise<BankListSummary | undefined> {
  const where = sql`b.sha256 = ${sha256} and b.bank_account_id = ${bankAccountId} order by b.confirmed_at desc limit 1`
  return (await summariesWhere(db, where))[0]
}

/** A confirmed list with what became of each of its lines. */
export async function getBankList(
  db: Db,
  id: string,
  page: number,
  pageSize: number,
): Promise<{ list: BankListSummary; rows: BankListOutcomeRow[] }> {
  const [list] = await summariesWhere(db, sql`b.id = ${id}`)
  if (!list) throw new NotFound('bank_list')
  const { rows } = await sql<BankListOutcomeRow>`
    select r.line, r.received_on as "receivedOn",
      jsonb_build_object('amountMinor', r.amount_minor, 'currency', b.currency) as amount,
      r.bank_reference as "bankReference", r.sender, r.text, r.outcome, m.reference as payment, r.reason
    from bank_list_row r join bank_list b on b.id = r.bank_list_id left join payment m on m.id = r.payment_id
    where r.bank_list_id = ${id} order by r.line limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db)
  return { list, rows }
}

async function summariesWhere(db: Db, where: RawBuilder<unknown>): Promise<BankListSummary[]> {
  const countOf = (outcome: BankListOutcome) =>
    sql`(select count(*) from bank_list_row r where r.bank_list_id = b.id and r.outcome = ${outcome})`
  const { rows } = await sql<BankListSummary>`
    select b.id, b.file_name as "fileName", b.sha256, a.name as "bankAccount", b.confirmed_at as at,
      b.confirmed_by_name as by,
      jsonb_build_object('count', b.row_count,
        'sum', jsonb_build_object('amountMinor', b.sum_minor, 'currency', b.currency)) as totals,
      ${countOf('booked')} as booked, ${countOf('booked_already')} as "bookedAlready", ${countOf('left_out')} as "leftOut"
    from bank_list b join bank_account a on a.id = b.bank_account_id where ${where}`.execute(db)
  return rows
}
