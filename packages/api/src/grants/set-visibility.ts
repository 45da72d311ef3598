import { updateVisibility } from '@concert/db/grants'
import type { VisibilitySetting } from '@concert/domain/grant-decisions'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { lockGrant } from './lock-grant.ts'
import { publishGrants } from './publish-grants.ts'

/** How much of the grant anyone may know, and why. */
export function setVisibility(ctx: Context, input: VisibilitySetting): Promise<{ reference: string }> {
  return once(ctx, { key: input.idempotencyKey, procedure: 'grants.setVisibility', body: input }, async (trx) => {
    const { id, reference, visibility: before } = await lockGrant(trx, input.grantId)
    const { visibility, doNoHarmNote } = input
    await updateVisibility(trx, id, { visibility, doNoHarmNote })
    await publishGrants(trx)
    const values = { reference, before, visibility, doNoHarmNote }
    await recordAudit(trx, ctx, 'grant.visibility_set', { type: 'grant', id }, values)
    return { reference }
  })
}
