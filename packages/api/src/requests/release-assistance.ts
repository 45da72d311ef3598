import { findAssistanceCases, insertAssistanceRelease, lockAssistanceReleases } from '@concert/db/assistance'
import type { AssistanceReleaseMaking } from '@concert/domain/assistance-release'
import { DomainError } from '@concert/domain/errors'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { prepareAssistanceRelease } from './assistance-queries.ts'

/** Tells the public about the requests that no release is about yet, once and for all. */
export function releaseAssistance(ctx: Context, input: AssistanceReleaseMaking): Promise<{ number: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'requests.release', body: input }, async (trx) => {
    await lockAssistanceReleases(trx)
    const { number, untilOn, told } = await prepareAssistanceRelease(trx, ctx, input.untilOn)
    if (told === null) throw new DomainError('requests.too_few_states', {}, 'untilOn')
    const cases = await findAssistanceCases(trx, { until: untilOn, isUnreleased: true })
    const release = { number, untilOn, told, releasedAt: ctx.now().toISOString() }
    await insertAssistanceRelease(
      trx,
      release,
      cases.map(({ id }) => id),
    )
    await recordAudit(trx, ctx, 'request.released', { type: 'assistance_release', id: String(number) }, release)
    return { number }
  })
}
