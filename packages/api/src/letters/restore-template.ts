import { DomainError } from '@concert/domain/errors'
import type { TemplateRestoring } from '@concert/domain/letter-template'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'
import { addVersion, newestVersions } from './save-template.ts'

/** An earlier wording, or the one that Concert comes with, comes back as a new version. */
export function restoreTemplate(ctx: Context, input: TemplateRestoring): Promise<{ version: number }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'letters.restoreTemplate', body }, async (trx) => {
    const { kind, language, basedOn, version } = body
    const versions = await newestVersions(trx, { kind, language, basedOn })
    const earlier = versions.find((kept) => kept.version === version)
    if (!earlier && version !== 0) throw new DomainError('letters.version_unknown', { version })
    return addVersion(trx, ctx, { kind, language, basedOn, template: earlier?.template ?? null, restored: version })
  })
}
