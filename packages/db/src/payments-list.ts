import { NotFound } from '@concert/domain/errors'
import type { AllocationRow, PaymentRow } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import type { PaymentFilter } from '@concert/domain/payment'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { donorNameIn, findDonorIdsByName, standingDonor } from './donors.ts'

type StoredPayment = PaymentRow & { lookAlikeReason: string | null }

/** Payments, the newest first. */
export async function findPaymentRows(
  db: Db,
  filter: PaymentFilter,
  reader: Locale,
  pageSize: number,
): Promise<{ rows: PaymentRow[]; total: number }> {
  const where = await narrowing(db, filter)
  const rows = await rowsWhere(
    db,
    sql`${where} order by m.received_on desc, m.reference desc
      limit ${pageSize} offset ${(filter.page - 1) * pageSize}`,
    reader,
  )
  const counted = await sql<{ total: number }>`select count(*) as total ${tables} where ${where}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function getPaymentRow(db: Db, reference: string, reader: Locale): Promise<StoredPayment> {
  const [row] = await rowsWhere(db, sql`m.reference = ${reference}`, reader)
  if (!row) throw new NotFound('payment')
  return row
}

/** Which part of which payment paid which pledge, in the order of booking; undone ones too. */
export async function findAllocations(
  db: Db,
  subject: { pledgeId: string } | { paymentId: string },
): Promise<AllocationRow[]> {
  const where =
    'pledgeId' in subject ? sql`a.pledge_id = ${subject.pledgeId}` : sql`a.payment_id = ${subject.paymentId}`
  const { rows } = await sql<AllocationRow>`
    select a.id, a.payment_id as "paymentId", m.reference as "paymentReference", a.pledge_id as "pledgeId",
      p.reference as "pledgeReference", m.received_on as "receivedOn", i.position as "instalmentPosition", a.allocated_on as "allocatedOn",
      jsonb_build_object('amountMinor', a.amount_minor, 'currency', m.currency) as amount,
      jsonb_build_object('amountMinor', a.settled_minor, 'currency', p.currency) as settled,
      a.undone_by is not null as undone
    from allocation a
    join payment m on m.id = a.payment_id
    join pledge p on p.id = a.pledge_id
    left join instalment i on i.id = a.instalment_id
    where ${where} order by a.entry_number`.execute(db)
  return rows
}

const tables = sql`
  from payment m join payment_balance b on b.payment_id = m.id join bank_account k on k.id = m.bank_account_id`

async function rowsWhere(db: Db, where: RawBuilder<unknown>, reader: Locale): Promise<StoredPayment[]> {
  const { rows } = await sql<StoredPayment>`
    select m.id, m.reference, m.donor_id as "donorId", ${donorNameIn(reader, sql`m.donor_id`)} as "donorName",
      m.received_on as "receivedOn",
      jsonb_build_object('amountMinor', m.amount_minor, 'currency', m.currency) as amount,
      jsonb_build_object('amountMinor', m.fee_minor, 'currency', m.currency) as fee,
      b.received_usd as "usdMinor",
      jsonb_build_object('amountMinor', b.unallocated_minor, 'currency', m.currency) as unallocated,
      k.name as "bankAccount", m.bank_reference as "bankReference", m.document, m.provisional, m.reversed_by as "reversedBy",
      m.look_alike_reason as "lookAlikeReason"
    ${tables} where ${where}`.execute(db)
  return rows
}

async function narrowing(db: Db, filter: PaymentFilter): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  const text = filter.text.trim()
  if (text !== '') {
    const donors = await findDonorIdsByName(db, text)
    conditions.push(sql`(m.reference = ${text.toUpperCase()} or m.bank_reference = ${text} or m.document = ${text}
      or m.donor_id = any (${donors}::uuid[]))`)
  }
  if (filter.donorId) conditions.push(sql`m.donor_id = ${standingDonor(filter.donorId)}`)
  if (filter.bankAccountId) conditions.push(sql`m.bank_account_id = ${filter.bankAccountId}`)
  if (filter.year) {
    conditions.push(
      sql`m.received_on between make_date(${filter.year}::integer, 1, 1) and make_date(${filter.year}::integer, 12, 31)`,
    )
  }
  if (filter.unallocated !== undefined) {
    conditions.push(filter.unallocated ? sql`b.unallocated_minor > 0` : sql`b.unallocated_minor = 0`)
  }
  return sql.join(conditions, sql` and `)
}
