import {
  findDonorNames,
  findLookAlikes,
  findPaymentsByBankReferences,
  findRatesBetween,
} from '@concert/db/bank-list-ground'
import { findBankListOfFile } from '@concert/db/bank-lists'
import type { Trx } from '@concert/db/client'
import { findClosedUntil } from '@concert/db/journal'
import {
  type BankListPreview,
  type BankListRow,
  type BankListRowState,
  type BankRowObstacle,
  bankListColumns,
  type ControlTotals,
  controlTotalsOf,
  type PreviewedRow,
} from '@concert/domain/bank-list'
import type { MatchProposal } from '@concert/domain/bank-list-matching'
import { compareDates, daysBetween, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { rateOn } from '@concert/domain/exchange-rate'
import type { BankAccount } from '@concert/domain/fund-views'
import { lookAlikeDays } from '@concert/domain/payment'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { proposeRows } from './propose-rows.ts'
import { type ReadList, readList } from './read-list.ts'

/** What a bank's list says, line by line, and what each line most likely is. Writes nothing. */
export async function previewBankList(
  ctx: Context,
  file: ChosenFile,
  bankAccountId: string,
  options: SheetOptions = {},
): Promise<BankListPreview> {
  const { rows, ...list } = await readList(ctx, file, bankAccountId, options)
  const totals = totalsOf(rows, list.account.currency)
  return inTransaction(ctx, async (trx) => {
    const confirmedBefore = (await findBankListOfFile(trx, bankAccountId, list.sha256)) ?? null
    const looked = rows.length === 0 ? [] : await lookAt(trx, ctx, list.account, rows)
    return { ...list, totals, confirmedBefore, rows: looked }
  })
}

export function totalsOf(rows: ReadList['rows'], currency: string): ControlTotals {
  try {
    return controlTotalsOf(rows, currency)
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError('fund.total_too_large')
    throw error
  }
}

async function lookAt(
  trx: Trx,
  ctx: Context,
  account: BankAccount,
  rows: readonly BankListRow[],
): Promise<PreviewedRow[]> {
  const booked = await findPaymentsByBankReferences(
    trx,
    account.id,
    rows.flatMap(({ bankReference }) => bankReference ?? []),
  )
  const isOpen = ({ bankReference }: BankListRow) => bankReference === null || !booked.has(bankReference)
  const open = rows.filter(isOpen)
  const proposals = new Map((await proposeRows(trx, open)).map((proposal, index) => [open[index]?.line, proposal]))
  const withDonor = open.flatMap((row) => {
    const donorId = proposals.get(row.line)?.donorId
    return donorId ? [{ ...row, donorId }] : []
  })
  const payments = await findLookAlikes(trx, withDonor)
  const lines = linesAlike(withDonor)
  const names = await findDonorNames(trx, [...new Set(withDonor.map(({ donorId }) => donorId))], ctx.locale)
  const obstacleOf = await findObstacles(trx, ctx, account.currency, rows)
  return rows.map((row): PreviewedRow => {
    const proposal = proposals.get(row.line) ?? nothing
    const looksLike = { payments: payments.get(row.line) ?? [], lines: lines.get(row.line) ?? [] }
    const payment = (row.bankReference === null ? undefined : booked.get(row.bankReference))?.reference ?? null
    const donorName = proposal.donorId === null ? null : (names.get(proposal.donorId) ?? null)
    const state = stateOf(payment, looksLike, proposal)
    return { ...row, state, payment, looksLike, proposal, donorName, obstacle: payment ? null : obstacleOf(row) }
  })
}

const nothing: MatchProposal = { donorId: null, allocations: [], reasons: [], questions: [], score: 0 }

function stateOf(
  payment: string | null,
  { payments, lines }: PreviewedRow['looksLike'],
  { donorId }: MatchProposal,
): BankListRowState {
  if (payment !== null) return 'booked_already'
  if (payments.length + lines.length > 0) return 'looks_like'
  return donorId === null ? 'not_matched' : 'matched'
}

/** By line, the earlier lines of the same donor and amount within three days. */
function linesAlike(rows: readonly (BankListRow & { donorId: string })[]): Map<number, number[]> {
  const seen = new Map<string, BankListRow[]>()
  const alike = new Map<number, number[]>()
  for (const row of rows) {
    const key = `${row.donorId} ${row.amount.amountMinor}`
    const before = seen.get(key) ?? []
    const near = before.filter((other) => Math.abs(daysBetween(other.receivedOn, row.receivedOn)) <= lookAlikeDays)
    if (near.length > 0)
      alike.set(
        row.line,
        near.map(({ line }) => line),
      )
    seen.set(key, [...before, row])
  }
  return alike
}

/** What keeps a line from being booked on its day: the same rules as for a payment that is typed. */
async function findObstacles(
  trx: Trx,
  ctx: Context,
  currency: string,
  rows: readonly BankListRow[],
): Promise<(row: BankListRow) => BankRowObstacle | null> {
  const days = rows.map(({ receivedOn }) => receivedOn).toSorted(compareDates)
  const rates = await findRatesBetween(trx, currency, days[0] ?? '', days.at(-1) ?? '')
  const until = await findClosedUntil(trx)
  const day = today(ctx.now())
  const column = bankListColumns.receivedOn
  return ({ receivedOn: date }): BankRowObstacle | null => {
    if (compareDates(date, day) > 0) return { column, code: 'journal.date_in_future', params: { date } }
    if (until !== undefined && compareDates(date, until) <= 0) {
      return { column, code: 'journal.period_closed', params: { date, until } }
    }
    try {
      rateOn(rates, currency, date)
      return null
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { column: bankListColumns.amount, code: error.code, params: error.params }
    }
  }
}
