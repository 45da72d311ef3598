import { findEntriesAbout } from '@concert/db/journal'
import { findBankAccounts } from '@concert/db/payments'
import { findAllocations, findPaymentRows, getPaymentRow } from '@concert/db/payments-list'
import { findOpenPledges } from '@concert/db/pledges-list'
import { today } from '@concert/domain/calendar-date'
import type { BankAccount, Page, PaymentRow, PaymentStory, PledgeRow } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import type { PaymentFilter } from '@concert/domain/payment'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const pageSize = 50

export function listPayments(ctx: Context, filter: PaymentFilter, reader: Locale): Promise<Page<PaymentRow>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findPaymentRows(trx, filter, reader, pageSize)),
    page: filter.page,
    pageSize,
  }))
}

export function readPaymentStory(ctx: Context, reference: string, reader: Locale): Promise<PaymentStory> {
  return inTransaction(ctx, async (trx) => {
    const row = await getPaymentRow(trx, reference, reader)
    const subject = { paymentId: row.id }
    return {
      ...row,
      allocations: await findAllocations(trx, subject),
      entries: await findEntriesAbout(trx, subject),
    }
  })
}

/** What this donor may still pay on. */
export function listOpenPledges(ctx: Context, donorId: string, reader: Locale): Promise<PledgeRow[]> {
  return inTransaction(ctx, (trx) => findOpenPledges(trx, donorId, reader, today(ctx.now())))
}

export function listBankAccounts(ctx: Context): Promise<BankAccount[]> {
  return inTransaction(ctx, (trx) => findBankAccounts(trx))
}
