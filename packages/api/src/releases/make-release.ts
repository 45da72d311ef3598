import { insertPools } from '@concert/db/grant-pools'
import { insertRelease, lockReleases } from '@concert/db/releases'
import { DomainError } from '@concert/domain/errors'
import type { ReleaseMaking } from '@concert/domain/people-release'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { prepareRelease } from './prepare-release.ts'

/** Makes the release that was previewed, irrevocably; what changed since the preview is looked at first. */
export function makeRelease(ctx: Context, input: ReleaseMaking): Promise<{ number: number }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'releases.make', body: input }, async (trx) => {
    await lockReleases(trx)
    const next = await prepareRelease(trx)
    if (next.number !== input.number || next.hash !== input.hash) throw new DomainError('releases.changed_meanwhile')
    if (next.current?.hash === next.hash) throw new DomainError('releases.nothing_new')
    await insertRelease(trx, { ...next, releasedAt: ctx.now().toISOString() })
    await insertPools(trx, next.number, next.pools)
    const { number, hash } = next
    await recordAudit(trx, ctx, 'people.released', { type: 'people_release', id: String(number) }, { number, hash })
    return { number }
  })
}
