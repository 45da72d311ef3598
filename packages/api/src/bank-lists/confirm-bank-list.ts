import { findPaymentsByBankReferences } from '@concert/db/bank-list-ground'
import { insertBankList } from '@concert/db/bank-lists'
import type { Trx } from '@concert/db/client'
import { lockJournal } from '@concert/db/journal'
import { withinSavepoint } from '@concert/db/savepoint'
import {
  type BankListConfirmation,
  type BankListDecision,
  type BankListOutcome,
  type BankListRow,
  bankListColumns,
  type ConfirmedBankList,
  type ControlTotals,
} from '@concert/domain/bank-list'
import { DomainError } from '@concert/domain/errors'
import { formatMinor } from '@concert/domain/money'
import type { RowRefusal } from '@concert/domain/row-refusal'
import type { SheetOptions } from '@concert/exchange/sheets/read-sheet'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { ChosenFile } from '../chosen-file.ts'
import type { Context } from '../context.ts'
import { bookPayment } from '../payments/record-payment.ts'
import { once } from '../transaction.ts'
import { totalsOf } from './preview-bank-list.ts'
import { type ReadList, readList } from './read-list.ts'

/** Ends the transaction without a trace, and keeps why. */
class RowsRefused extends Error {
  readonly refusals: RowRefusal[]

  constructor(refusals: RowRefusal[]) {
    super(`${refusals.length} lines are refused`)
    this.name = 'RowsRefused'
    this.refusals = refusals
  }
}

/**
 * Books what the officer decided on, all of it or nothing, and keeps the list with what became of each line. What is
 * refused is answered line by line.
 */
export async function confirmBankList(
  ctx: Context,
  file: ChosenFile,
  confirmation: BankListConfirmation,
  options: SheetOptions = {},
): Promise<ConfirmedBankList> {
  const list = await readList(ctx, file, confirmation.bankAccountId, options)
  if (list.refusals.length > 0) return { confirmed: null, refusals: list.refusals }
  const totals = totalsOf(list.rows, list.account.currency)
  requireSameTotals(totals, confirmation)
  const body = { sha256: list.sha256, confirmation }
  try {
    return await once(ctx, { key: confirmation.idempotencyKey, procedure: 'bankLists.confirm', body }, async (trx) => ({
      confirmed: await bookList(trx, ctx, list, totals, confirmation),
      refusals: [] as [],
    }))
  } catch (error) {
    if (error instanceof RowsRefused) return { confirmed: null, refusals: error.refusals }
    throw error
  }
}

function requireSameTotals({ count, sum }: ControlTotals, stated: BankListConfirmation): void {
  const { amountMinor, currency } = stated.sum
  if (count === stated.count && sum.amountMinor === amountMinor && sum.currency === currency) return
  const params = {
    ...{ count, sum: formatMinor(sum), currency: sum.currency },
    ...{ statedCount: stated.count, statedSum: formatMinor(stated.sum), statedCurrency: currency },
  }
  throw new DomainError('bankLists.totals_differ', params, count === stated.count ? 'sum' : 'count')
}

async function bookList(
  trx: Trx,
  ctx: Context,
  { rows, account, fileName, sha256 }: ReadList,
  totals: ControlTotals,
  { decisions, idempotencyKey }: BankListConfirmation,
) {
  await lockJournal(trx)
  const references = rows.flatMap(({ bankReference }) => bankReference ?? [])
  const before = await findPaymentsByBankReferences(trx, account.id, references)
  const decided = new Map(decisions.map((decision) => [decision.line, decision]))
  const refusals: RowRefusal[] = []
  const kept: Parameters<typeof insertBankList>[1]['rows'] = []
  for (const row of rows) {
    const known = row.bankReference === null ? undefined : before.get(row.bankReference)
    const decision = decided.get(row.line)
    if (known && decision?.decision !== 'book') {
      kept.push({ ...row, outcome: 'booked_already', paymentId: known.id, reason: null })
      continue
    }
    const outcome = await withinSavepoint(trx, () => follow(trx, ctx, account.id, row, decision, idempotencyKey)).catch(
      (error: unknown) => {
        if (!(error instanceof DomainError)) throw error
        const { code, params, field } = error
        refusals.push({ line: row.line, column: columnOf(field), code, params })
      },
    )
    if (outcome) kept.push({ ...row, ...outcome })
  }
  const strange = decisions.find(({ line }) => !rows.some((row) => row.line === line))
  if (strange) throw new DomainError('bankLists.line_unknown', { line: strange.line })
  if (refusals.length > 0) throw new RowsRefused(refusals)
  const who = { byId: actorUserId(ctx), byName: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name }
  const id = await insertBankList(trx, { bankAccountId: account.id, fileName, sha256, totals, rows: kept, ...who })
  const countOf = (outcome: BankListOutcome) => kept.filter((row) => row.outcome === outcome).length
  const counts = {
    ...{ booked: countOf('booked'), bookedAlready: countOf('booked_already') },
    leftOut: countOf('left_out'),
  }
  const values = { fileName, sha256, account: account.name, totals, ...counts }
  await recordAudit(trx, ctx, 'bank_list.confirmed', { type: 'bank_list', id }, values)
  return { id, ...counts }
}

async function follow(
  trx: Trx,
  ctx: Context,
  bankAccountId: string,
  row: BankListRow,
  decision: BankListDecision | undefined,
  idempotencyKey: string,
): Promise<{ outcome: BankListOutcome; paymentId: string | null; reason: string | null }> {
  if (!decision) throw new DomainError('bankLists.undecided')
  if (decision.decision === 'leave_out') return { outcome: 'left_out', paymentId: null, reason: decision.reason }
  const { receivedOn, amount, bankReference } = row
  const { donorId, allocations, lookAlikeReason } = decision
  const fee = { amountMinor: 0, currency: amount.currency }
  const { id } = await bookPayment(trx, ctx, {
    ...{ donorId, receivedOn, amount, fee, bankAccountId, bankReference, document: null },
    ...{ lookAlikeReason, allocations, idempotencyKey },
  })
  return { outcome: 'booked', paymentId: id, reason: null }
}

/** The column of the file in which the refused field of a payment stands; null for what the officer chose. */
function columnOf(field: string | undefined): string | null {
  switch (field) {
    case 'receivedOn':
      return bankListColumns.receivedOn
    case 'amount':
      return bankListColumns.amount
    case 'bankReference':
      return bankListColumns.bankReference
    default:
      return null
  }
}
