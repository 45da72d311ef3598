import { findAssistanceCases, findAssistanceReleases } from '@concert/db/assistance'
import type { Trx } from '@concert/db/client'
import { type AssistanceIndicators, assistanceIndicators } from '@concert/domain/assistance-indicators'
import { type AssistanceRelease, type AssistanceTold, toldOf } from '@concert/domain/assistance-release'
import { type CalendarDate, today } from '@concert/domain/calendar-date'
import { DomainError } from '@concert/domain/errors'
import { asVisitor, type Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

/** What became of the requests of a period, exactly: for the group. */
export function readAssistanceIndicators(
  ctx: Context,
  period: { from?: CalendarDate; until?: CalendarDate },
): Promise<AssistanceIndicators & { asOf: string }> {
  return inTransaction(ctx, async (trx) => ({
    ...assistanceIndicators(await findAssistanceCases(trx, period)),
    asOf: ctx.now().toISOString(),
  }))
}

/** What the public was told, the newest release first. */
export function listAssistanceReleases(ctx: Context): Promise<AssistanceRelease[]> {
  return inTransaction(asVisitor(ctx), findAssistanceReleases)
}

export interface PreparedRelease {
  number: number
  untilOn: CalendarDate
  /** Null when the requests come from fewer than three States that are not named. */
  told: AssistanceTold | null
}

/** What a release made now would tell. */
export function previewAssistanceRelease(ctx: Context, input: { untilOn: CalendarDate }): Promise<PreparedRelease> {
  return inTransaction(ctx, (trx) => prepareAssistanceRelease(trx, ctx, input.untilOn))
}

export async function prepareAssistanceRelease(
  trx: Trx,
  ctx: Context,
  untilOn: CalendarDate,
): Promise<PreparedRelease> {
  if (untilOn > today(ctx.now())) throw new DomainError('requests.in_future', {}, 'untilOn')
  const [newest] = await findAssistanceReleases(trx)
  const cases = await findAssistanceCases(trx, { until: untilOn, isUnreleased: true })
  return { number: (newest?.number ?? 0) + 1, untilOn, told: toldOf(cases) }
}
