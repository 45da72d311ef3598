import { findReleases, lockReleases, updateWithdrawn } from '@concert/db/releases'
import { DomainError, NotFound } from '@concert/domain/errors'
import type { ReleaseWithdrawal } from '@concert/domain/people-release'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Takes a release off in an emergency. Its number stays, and what it told still binds every later one. */
export function withdrawRelease(ctx: Context, input: ReleaseWithdrawal): Promise<{ number: number }> {
  const { number, reason } = input
  return once(ctx, { key: input.idempotencyKey, procedure: 'releases.withdraw', body: input }, async (trx) => {
    await lockReleases(trx)
    const release = (await findReleases(trx)).find((one) => one.number === number)
    if (!release) throw new NotFound('release')
    if (release.withdrawn) throw new DomainError('releases.already_withdrawn', { number })
    await updateWithdrawn(trx, { number, at: ctx.now().toISOString(), reason })
    await recordAudit(trx, ctx, 'people.release_withdrawn', { type: 'people_release', id: String(number) }, { reason })
    return { number }
  })
}
