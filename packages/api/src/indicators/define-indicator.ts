import { getIndicator, insertDefinition, lockIndicator } from '@concert/db/indicators'
import type { DefinitionRecord } from '@concert/domain/indicator'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** Adds a new definition: what is observed under it is a line of its own, never joined to the one before. */
export function defineIndicator(ctx: Context, input: DefinitionRecord): Promise<{ version: number }> {
  const { idempotencyKey, indicator, text, source } = input
  return once(ctx, { key: idempotencyKey, procedure: 'indicators.define', body: input }, async (trx) => {
    await lockIndicator(trx, indicator)
    await getIndicator(trx, indicator)
    const version = await insertDefinition(trx, { indicator, text, source, by: actorUserId(ctx) })
    await recordAudit(trx, ctx, 'indicator.defined', { type: 'indicator', id: indicator }, { version, text, source })
    return { version }
  })
}
