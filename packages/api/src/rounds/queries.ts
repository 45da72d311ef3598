import { findListedActivities } from '@concert/db/round-answers'
import { countReports, findCurrentRound, findReport, findRounds, findStandings, getRound } from '@concert/db/rounds'
import { today } from '@concert/domain/calendar-date'
import {
  type AgencyStanding,
  type ListedActivity,
  proposedRound,
  type ReportCounts,
  type Round,
  type RoundReport,
} from '@concert/domain/round'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export interface RoundPage {
  /** Null before the first round. */
  round: Round | null
  /** What the next one could be, by half-years. */
  proposed: Pick<Round, 'fromOn' | 'untilOn' | 'deadline'>
  counts: ReportCounts
  /** The own agency's; null for those who belong to none. */
  own: { report: RoundReport | null; activities: ListedActivity[] } | null
  /** Where each agency stands, for coordinators; null for everybody else. */
  standings: AgencyStanding[] | null
}

/** A round as the one who asks takes part in it: the one asked for, else the open one, else the last. */
export function showRound(ctx: Context, { roundId }: { roundId?: string | undefined }): Promise<RoundPage> {
  return inTransaction(ctx, async (trx) => {
    const proposed = proposedRound(today(ctx.now()))
    const round = roundId === undefined ? await findCurrentRound(trx) : await getRound(trx, roundId)
    if (!round) return { round: null, proposed, counts: { received: 0, awaited: 0 }, own: null, standings: null }
    const { actor } = ctx
    const agencyId = actor.kind === 'person' ? actor.agencyId : null
    const isCoordinator = actor.kind === 'person' && actor.roles.includes('coordinator')
    return {
      round,
      proposed,
      counts: await countReports(trx, round.id),
      own:
        agencyId === null
          ? null
          : {
              report: (await findReport(trx, round.id, agencyId)) ?? null,
              activities: (await findListedActivities(trx, round, agencyId)).map(
                ({ id: _id, baseVersion: _baseVersion, ...listed }) => listed,
              ),
            },
      standings: isCoordinator ? await findStandings(trx, round.id) : null,
    }
  })
}

export function listRounds(ctx: Context): Promise<Round[]> {
  return inTransaction(ctx, findRounds)
}
