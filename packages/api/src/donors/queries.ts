import { findDonorEvents } from '@concert/db/donor-merges'
import { findDonorRecords, findPublicDonors, getDonorRecord, getPublicDonor } from '@concert/db/donors'
import { today } from '@concert/domain/calendar-date'
import type { DonorFilter } from '@concert/domain/donor'
import type { DonorEvent } from '@concert/domain/donor-merge'
import type { DonorRecord, Page, PublicDonor } from '@concert/domain/fund-views'
import type { Locale } from '@concert/domain/locales'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const pageSize = 50

export function listDonors(ctx: Context, filter: DonorFilter, reader: Locale): Promise<Page<PublicDonor>> {
  return inTransaction(asVisitor(ctx), async (trx) => ({
    ...(await findPublicDonors(trx, filter, reader, pageSize)),
    page: filter.page,
    pageSize,
  }))
}

export function readDonor(ctx: Context, id: string, reader: Locale): Promise<PublicDonor> {
  return inTransaction(asVisitor(ctx), (trx) => getPublicDonor(trx, id, reader))
}

export function listDonorRecords(ctx: Context, filter: DonorFilter, reader: Locale): Promise<Page<DonorRecord>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findDonorRecords(trx, filter, reader, today(ctx.now()), pageSize)),
    page: filter.page,
    pageSize,
  }))
}

export function readDonorRecord(ctx: Context, id: string, reader: Locale): Promise<DonorRecord> {
  return inTransaction(ctx, (trx) => getDonorRecord(trx, id, reader, today(ctx.now())))
}

/** Merges, splits and names of a donor, the newest first. */
export function readDonorHistory(ctx: Context, id: string, reader: Locale): Promise<DonorEvent[]> {
  return inTransaction(ctx, (trx) => findDonorEvents(trx, id, reader))
}
