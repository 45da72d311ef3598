import { findGrantsOncePublic, findPoolHistory } from '@concert/db/grant-pools'
import { updateVisibility } from '@concert/db/grants'
import { DomainError } from '@concert/domain/errors'
import type { VisibilitySetting } from '@concert/domain/grant-decisions'
import { mayTellWhole } from '@concert/domain/grant-pools'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { lockGrant } from './lock-grant.ts'
import { publishGrants } from './publish-grants.ts'

/**
 * How much of the grant anyone may know, and why. Throws DomainError `grants.gives_others_away` where its amount would
 * leave fewer than three others of those that a release told together with it.
 */
export function setVisibility(ctx: Context, input: VisibilitySetting): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.setVisibility', body: input }, async (trx) => {
    const { id, reference, visibility: before } = await lockGrant(trx, input.grantId)
    const { visibility, doNoHarmNote } = input
    if (visibility === 'public' && !mayTellWhole(id, await findPoolHistory(trx), await findGrantsOncePublic(trx)))
      throw new DomainError('grants.gives_others_away', { reference }, 'visibility')
    await updateVisibility(trx, id, { visibility, doNoHarmNote })
    await publishGrants(trx)
    const values = { reference, before, visibility, doNoHarmNote }
    await recordAudit(trx, ctx, 'grant.visibility_set', { type: 'grant', id }, values)
    return { reference }
  })
}
