import { addDays, type CalendarDate } from '@concert/domain/calendar-date'
import { NotFound } from '@concert/domain/errors'
import type { BankAccount } from '@concert/domain/fund-views'
import type { Carried } from '@concert/domain/journal/entry'
import { lookAlikeDays, type PaymentRecord } from '@concert/domain/payment'
import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface Payment {
  id: string
  reference: string
  donorId: string
  receivedOn: CalendarDate
  unallocated: Carried
  isReversed: boolean
}

export interface NewAllocation {
  paymentId: string
  pledgeId: string
  instalmentId: string | null
  amountMinor: number
  settledMinor: number
  allocatedOn: CalendarDate
  entryNumber: number
}

export interface StoredAllocation {
  id: string
  paymentId: string
  pledgeId: string
  allocatedOn: CalendarDate
  entryNumber: number
  undone: boolean
}

export async function insertBankAccount(db: Db, account: { name: string; currency: string }): Promise<string> {
  const { id } = await db.insertInto('bank_account').values(account).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findBankAccounts(db: Db): Promise<BankAccount[]> {
  return db.selectFrom('bank_account').select(['id', 'name', 'currency']).orderBy('currency').orderBy('name').execute()
}

export async function getBankAccount(db: Db, id: string): Promise<BankAccount> {
  const row = await db
    .selectFrom('bank_account')
    .select(['id', 'name', 'currency'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('bank_account')
  return row
}

/** Keeps what came in; nothing is booked yet. */
export async function insertPayment(
  db: Db,
  payment: Omit<PaymentRecord, 'allocations' | 'idempotencyKey'>,
): Promise<{ id: string; reference: string }> {
  return db
    .insertInto('payment')
    .values({
      donor_id: payment.donorId,
      received_on: payment.receivedOn,
      amount_minor: payment.amount.amountMinor,
      currency: payment.amount.currency,
      fee_minor: payment.fee.amountMinor,
      bank_account_id: payment.bankAccountId,
      bank_reference: payment.bankReference,
      document: payment.document,
      look_alike_reason: payment.lookAlikeReason,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
}

export async function getPayment(db: Db, id: string): Promise<Payment> {
  const row = await db
    .selectFrom('payment')
    .innerJoin('payment_balance', 'payment_balance.payment_id', 'payment.id')
    .select([
      'id',
      'reference',
      'donor_id',
      'received_on',
      'currency',
      'unallocated_minor',
      'unallocated_usd',
      'reversed_by',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('payment')
  return {
    id: row.id,
    reference: row.reference,
    donorId: row.donor_id,
    receivedOn: row.received_on,
    unallocated: {
      amount: { amountMinor: row.unallocated_minor, currency: row.currency },
      usdMinor: row.unallocated_usd,
    },
    isReversed: row.reversed_by !== null,
  }
}

/** The payment that already carries this bank reference. */
export async function findByBankReference(
  db: Db,
  bankAccountId: string,
  bankReference: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('payment')
    .select('reference')
    .where('bank_account_id', '=', bankAccountId)
    .where('bank_reference', '=', bankReference)
    .where('reversed_by', 'is', null)
    .executeTakeFirst()
  return row?.reference
}

/** A payment of the same donor, amount and currency within three days: perhaps the same one. */
export async function findLookAlike(
  db: Db,
  { donorId, receivedOn, amount }: Pick<PaymentRecord, 'donorId' | 'receivedOn' | 'amount'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('payment')
    .select('reference')
    .where('donor_id', '=', donorId)
    .where('amount_minor', '=', amount.amountMinor)
    .where('currency', '=', amount.currency)
    .where('received_on', '>=', addDays(receivedOn, -lookAlikeDays))
    .where('received_on', '<=', addDays(receivedOn, lookAlikeDays))
    .where('reversed_by', 'is', null)
    .orderBy('received_on')
    .limit(1)
    .executeTakeFirst()
  return row?.reference
}

export async function insertAllocations(db: Db, allocations: readonly NewAllocation[]): Promise<void> {
  await sql`
    insert into allocation
      (payment_id, pledge_id, instalment_id, amount_minor, settled_minor, allocated_on, entry_number)
    select "paymentId", "pledgeId", "instalmentId", "amountMinor", "settledMinor", "allocatedOn", "entryNumber"
    from jsonb_to_recordset(${JSON.stringify(allocations)}) as a ("paymentId" uuid, "pledgeId" uuid, "instalmentId" uuid,
      "amountMinor" bigint, "settledMinor" bigint, "allocatedOn" date, "entryNumber" bigint)`.execute(db)
}

export async function getAllocation(db: Db, id: string): Promise<StoredAllocation> {
  const row = await db.selectFrom('allocation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('allocation')
  return {
    id: row.id,
    paymentId: row.payment_id,
    pledgeId: row.pledge_id,
    allocatedOn: row.allocated_on,
    entryNumber: row.entry_number,
    undone: row.undone_by !== null,
  }
}

export async function updateAllocationUndone(db: Db, id: string, undoneBy: number): Promise<void> {
  await db.updateTable('allocation').set({ undone_by: undoneBy }).where('id', '=', id).execute()
}
