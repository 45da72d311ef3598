import { findDueInstalments } from '@concert/db/instalments-due'
import { findEntriesAbout } from '@concert/db/journal'
import { findAllocations } from '@concert/db/payments-list'
import { findOutcomes } from '@concert/db/pledge-outcomes'
import { findInstalments, getPledge, toStanding } from '@concert/db/pledges'
import {
  findPledgeRows,
  findPublicPledges,
  getPledgeNotes,
  getPledgeRow,
  getPublicPledgeStory,
} from '@concert/db/pledges-list'
import { today } from '@concert/domain/calendar-date'
import type { Page, PledgeRow, PledgeStory, PublicPledge, PublicPledgeStory } from '@concert/domain/fund-views'
import type { DueFilter, DueInstalments } from '@concert/domain/instalment-reminders'
import { instalmentState, notYetFormalised } from '@concert/domain/journal/pledge-standing'
import type { Locale } from '@concert/domain/locales'
import type { PledgeFilter } from '@concert/domain/pledge'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

const pageSize = 50

export function listPledges(
  ctx: Context,
  filter: Omit<PledgeFilter, 'life' | 'overdue'>,
  reader: Locale,
): Promise<Page<PublicPledge>> {
  return inTransaction(asVisitor(ctx), async (trx) => ({
    ...(await findPublicPledges(trx, filter, reader, pageSize)),
    page: filter.page,
    pageSize,
  }))
}

export function readPledge(ctx: Context, reference: string, reader: Locale): Promise<PublicPledgeStory> {
  return inTransaction(asVisitor(ctx), (trx) => getPublicPledgeStory(trx, reference, reader))
}

export function listPledgeRows(ctx: Context, filter: PledgeFilter, reader: Locale): Promise<Page<PledgeRow>> {
  return inTransaction(ctx, async (trx) => ({
    ...(await findPledgeRows(trx, filter, reader, today(ctx.now()), pageSize)),
    page: filter.page,
    pageSize,
  }))
}

/** What falls due within thirty days, and what is overdue. */
export function listDueInstalments(ctx: Context, filter: DueFilter, reader: Locale): Promise<DueInstalments> {
  return inTransaction(ctx, async (trx) => {
    const asOf = today(ctx.now())
    return {
      asOf,
      ...(await findDueInstalments(trx, filter, reader, asOf, pageSize)),
      page: filter.page,
      pageSize,
    }
  })
}

/** Everything about one pledge, for fund managers. */
export function readPledgeStory(ctx: Context, reference: string, reader: Locale): Promise<PledgeStory> {
  return inTransaction(ctx, async (trx) => {
    const day = today(ctx.now())
    const row = await getPledgeRow(trx, reference, reader, day)
    const pledge = await getPledge(trx, row.id)
    const standing = 'carried' in pledge ? toStanding(pledge.carried) : undefined
    const instalments = standing ? await findInstalments(trx, row.id) : []
    const story = await getPublicPledgeStory(trx, reference, reader)
    const notes = await getPledgeNotes(trx, row.id)
    return {
      ...story,
      ...row,
      notYetFormalised: standing ? notYetFormalised(standing) : null,
      conditional: standing ? standing.conditional : null,
      conditionDetail: { kind: story.condition, matchPercent: notes.matchPercent, note: notes.conditionNote },
      earmarkingNote: notes.earmarkingNote,
      valuedBy: notes.valuedBy,
      evidence: notes.evidence,
      instalments: standing
        ? instalments.map((part) => ({ ...part, state: instalmentState(standing, part, day) }))
        : [],
      allocations: await findAllocations(trx, { pledgeId: row.id }),
      entries: await findEntriesAbout(trx, { pledgeId: row.id }),
      outcomes: standing ? [] : await findOutcomes(trx, row.id),
    }
  })
}
