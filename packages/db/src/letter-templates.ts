import type { LetterKind } from '@concert/domain/letter'
import type { LetterTemplate, TemplateVersion } from '@concert/domain/letter-template'
import type { Locale } from '@concert/domain/locales'
import { sql } from 'kysely'
import type { Db, Trx } from './client.ts'

/** Every kept version, the newest first. */
export async function findTemplateVersions(db: Db, kind: LetterKind, language: Locale): Promise<TemplateVersion[]> {
  const rows = await db
    .selectFrom('letter_template')
    .selectAll()
    .where('kind', '=', kind)
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ version, title, paragraphs, restored, saved_by_name, saved_at }) => ({
    version,
    template: title !== null && paragraphs !== null ? { title, paragraphs } : null,
    restored,
    savedBy: saved_by_name,
    savedAt: saved_at,
  }))
}

/** Kinds and languages with a wording of the manager's own, by the number of their newest version. */
export async function findEditedTemplates(
  db: Db,
): Promise<{ kind: LetterKind; language: Locale; version: number; isOwn: boolean }[]> {
  const { rows } = await sql<Awaited<ReturnType<typeof findEditedTemplates>>[number]>`
    select distinct on (kind, language) kind, language, version, title is not null as "isOwn"
    from letter_template order by kind, language, version desc`.execute(db)
  return rows
}

export interface NewTemplateVersion {
  kind: LetterKind
  language: Locale
  version: number
  template: LetterTemplate | null
  restored: number | null
  savedBy: string | null
  savedByName: string
}

/** Holds back whoever else would add a version of this template until the transaction ends. */
export async function lockTemplate(trx: Trx, kind: LetterKind, language: Locale): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letter_template ${kind} ${language}`}, 0))`.execute(trx)
}

export async function insertTemplateVersion(db: Db, added: NewTemplateVersion): Promise<void> {
  await db
    .insertInto('letter_template')
    .values({
      kind: added.kind,
      language: added.language,
      version: added.version,
      title: added.template?.title ?? null,
      paragraphs: added.template ? JSON.stringify(added.template.paragraphs) : null,
      restored: added.restored,
      saved_by: added.savedBy,
      saved_by_name: added.savedByName,
    })
    .execute()
}
