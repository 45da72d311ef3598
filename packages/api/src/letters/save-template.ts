import type { Trx } from '@concert/db/client'
import { findTemplateVersions, insertTemplateVersion, lockTemplate } from '@concert/db/letter-templates'
import { DomainError } from '@concert/domain/errors'
import type { LetterKind } from '@concert/domain/letter'
import type { LetterTemplate, TemplateSaving, TemplateVersion } from '@concert/domain/letter-template'
import type { Locale } from '@concert/domain/locales'
import { actorUserId } from '../actor-user.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { once } from '../transaction.ts'

/** The manager's own wording, as a new version; every earlier one is kept. */
export function saveTemplate(ctx: Context, input: TemplateSaving): Promise<{ version: number }> {
  const { idempotencyKey, ...body } = input
  return once(ctx, { key: idempotencyKey, procedure: 'letters.saveTemplate', body }, async (trx) => {
    const { kind, language, title, paragraphs, basedOn } = body
    await newestVersions(trx, { kind, language, basedOn })
    return addVersion(trx, ctx, { kind, language, basedOn, template: { title, paragraphs }, restored: null })
  })
}

interface BasedOn {
  kind: LetterKind
  language: Locale
  basedOn: number
}

/** Every version, held still. Throws DomainError when somebody saved another one meanwhile. */
export async function newestVersions(trx: Trx, { kind, language, basedOn }: BasedOn): Promise<TemplateVersion[]> {
  await lockTemplate(trx, kind, language)
  const versions = await findTemplateVersions(trx, kind, language)
  const [newest] = versions
  if (newest && newest.version !== basedOn)
    throw new DomainError('letters.template_moved_on', { savedBy: newest.savedBy })
  if (!newest && basedOn !== 0) throw new DomainError('letters.version_unknown', { version: basedOn })
  return versions
}

export async function addVersion(
  trx: Trx,
  ctx: Context,
  added: BasedOn & { template: LetterTemplate | null; restored: number | null },
): Promise<{ version: number }> {
  const { basedOn, ...content } = added
  const version = basedOn + 1
  const savedByName = ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name
  await insertTemplateVersion(trx, { ...content, version, savedBy: actorUserId(ctx), savedByName })
  const { kind, language } = content
  const subject = { type: 'letter_template', id: `${kind} ${language}` }
  await recordAudit(trx, ctx, 'letter_template.saved', subject, { ...content, version })
  return { version }
}
