import type { Trx } from '@concert/db/client'
import { findStatementYears, sumPublicStatement } from '@concert/db/public-statement'
import { findLastEntryNumber, type StatementCut, sumPledgesByYear, sumStatementCells } from '@concert/db/statement'
import { sumPledgesByDonor, sumPledgesByMeeting } from '@concert/db/statement-breakdowns'
import { today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import type { Locale } from '@concert/domain/locales'
import {
  type PublicStatement,
  publicStatementOf,
  type Statement,
  type StatementBreakdowns,
  type StatementPeriod,
  statementOf,
} from '@concert/domain/statement'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { findReconciliation, type ReconciliationState, readPublicReconciliation, untilToday } from './reconciliation.ts'

export interface ReportedStatement extends Statement {
  /** Whether more was booked since. */
  isNewest: boolean
  reconciliation: ReconciliationState | null
}

export function readStatement(ctx: Context, period: StatementPeriod): Promise<ReportedStatement> {
  return inTransaction(ctx, async (trx) => {
    const cut = await cutOf(trx, period)
    const { from, until, asOfEntry, lastEntry } = cut
    return {
      ...statementOf({ from, until, asOfEntry }, await sumStatementCells(trx, cut)),
      isNewest: asOfEntry === lastEntry,
      reconciliation: await findReconciliation(trx, untilToday(ctx, until)),
    }
  })
}

export function readBreakdowns(ctx: Context, period: StatementPeriod, reader: Locale): Promise<StatementBreakdowns> {
  return inTransaction(ctx, async (trx) => {
    const cut = await cutOf(trx, period)
    const byDonor = await sumPledgesByDonor(trx, cut, reader)
    return {
      asOfEntry: cut.asOfEntry,
      totals: {
        announcedUsd: total(byDonor, 'announcedUsd'),
        formalisedUsd: total(byDonor, 'formalisedUsd'),
        receivedUsd: total(byDonor, 'receivedUsd'),
        outstandingUsd: total(byDonor, 'outstandingUsd'),
      },
      byDonor,
      byMeeting: await sumPledgesByMeeting(trx, cut, reader),
      byYear: await sumPledgesByYear(trx, cut),
    }
  })
}

/** The newest calendar year with bookings, unless another is asked for; the same for whoever asks. */
export function readPublicStatement(
  ctx: Context,
  year: number | undefined,
): Promise<PublicStatement & { years: number[]; readAt: string; reconciliation: ReconciliationState | null }> {
  return inTransaction(asVisitor(ctx), async (trx) => {
    const years = await findStatementYears(trx)
    const wanted = year ?? years[0] ?? ctx.now().getUTCFullYear()
    const { asOfEntry, cells } = await sumPublicStatement(trx, wanted, today(ctx.now()))
    return {
      ...publicStatementOf(wanted, asOfEntry, cells),
      years,
      readAt: ctx.now().toISOString(),
      reconciliation: await readPublicReconciliation(ctx, `${wanted}-12-31`),
    }
  })
}

/** Throws DomainError `statement.as_of_unknown` for an entry that is not booked yet: the answer would change with it. */
async function cutOf(trx: Trx, { from, until, asOfEntry }: StatementPeriod): Promise<StatementCut> {
  const lastEntry = await findLastEntryNumber(trx)
  if (asOfEntry !== undefined && asOfEntry > lastEntry) {
    throw new DomainError('statement.as_of_unknown', { number: asOfEntry, last: lastEntry }, 'asOfEntry')
  }
  return { from, until, asOfEntry: asOfEntry ?? lastEntry, lastEntry }
}

function total<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
