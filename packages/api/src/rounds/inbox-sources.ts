import { findOpenRound, findReport } from '@concert/db/rounds'
import type { ReportState } from '@concert/domain/round'
import type { InboxSource } from '../inbox/source.ts'

/** One while the own agency's report of the open round is in one of these states, and expected. */
const reportIn =
  (states: readonly ReportState[]): InboxSource['count'] =>
  async (trx, { agencyId }) => {
    const round = await findOpenRound(trx)
    if (!round || agencyId === null) return 0
    const report = await findReport(trx, round.id, agencyId)
    return report?.expected === true && states.includes(report.state) ? 1 : 0
  }

export const roundSources: readonly InboxSource[] = [
  { id: 'round_report', roles: ['contributor', 'focal_point'], count: reportIn(['awaited', 'in_work']) },
  { id: 'round_clearing', roles: ['focal_point'], count: reportIn(['submitted']) },
]
