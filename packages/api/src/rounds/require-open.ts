import type { Trx } from '@concert/db/client'
import { findReport, getRound, insertReport, lockReport } from '@concert/db/rounds'
import { DomainError } from '@concert/domain/errors'
import type { Round, RoundReport } from '@concert/domain/round'
import type { Context } from '../context.ts'

export async function requireOpenRound(trx: Trx, roundId: string): Promise<Round> {
  const round = await getRound(trx, roundId)
  if (round.closedAt !== null) throw new DomainError('rounds.closed')
  return round
}

export function agencyOf(ctx: Context): string {
  const agencyId = ctx.actor.kind === 'person' ? ctx.actor.agencyId : null
  if (agencyId === null) throw new DomainError('rounds.no_agency')
  return agencyId
}

/** The report of the writer's own agency in an open round; nobody else writes it until this transaction ends. */
export async function openOwnReport(
  trx: Trx,
  ctx: Context,
  roundId: string,
): Promise<{ round: Round; agencyId: string; report: RoundReport }> {
  const round = await requireOpenRound(trx, roundId)
  const agencyId = agencyOf(ctx)
  await lockReport(trx, roundId, agencyId)
  if (!(await findReport(trx, roundId, agencyId))) await insertReport(trx, roundId, agencyId)
  const report = await findReport(trx, roundId, agencyId)
  if (!report) throw new DomainError('rounds.no_agency')
  return { round, agencyId, report }
}

/** As `openOwnReport`, for what changes the answers: a cleared report has to be reopened first. */
export async function openUncleared(trx: Trx, ctx: Context, roundId: string) {
  const opened = await openOwnReport(trx, ctx, roundId)
  if (opened.report.state === 'cleared') throw new DomainError('rounds.cleared_already')
  return opened
}
