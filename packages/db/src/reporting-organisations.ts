import { sql } from 'kysely'
import type { Db } from './client.ts'

/** As a file names the organisation that reports. `type` is an IATI organisation type. */
export interface ReportingOrganisation {
  ref: string | null
  name: string
  type: string | null
}

export interface ReportingAgency {
  id: string
  slug: string
  acronym: string
}

/**
 * The agency that an import reports under: found by its organisation identifier, else by its name, else added as an
 * organisation that reports and is no member. Safe for two imports at once.
 */
export async function findOrInsertReportingOrganisation(
  db: Db,
  organisation: ReportingOrganisation,
): Promise<ReportingAgency> {
  const ref = organisation.ref?.trim() || null
  const name = organisation.name.trim() || ref || 'unnamed'
  // Two imports that meet the same newcomer wait for each other here.
  await sql`select pg_advisory_xact_lock(hashtext('concert reporting organisation'))`.execute(db)
  const known = await findReportingOrganisation(db, ref, name)
  if (known) return known
  return db
    .insertInto('agency')
    .values({
      slug: await freeSlug(db, slugOf(ref ?? name)),
      acronym: shortNameOf(name, ref),
      names: JSON.stringify({ en: name }),
      class: 'other',
      un_system: false,
      organisation_type: organisation.type ?? '90',
      iati_org_id: ref,
      crs_channel: null,
      source: 'Reporting organisation of an imported file',
      basis: 'sourced',
      visible: true,
    })
    .returning(['id', 'slug', 'acronym'])
    .executeTakeFirstOrThrow()
}

/** The agency with this organisation identifier, or with this name when the file gives none. */
async function findReportingOrganisation(
  db: Db,
  ref: string | null,
  name: string,
): Promise<ReportingAgency | undefined> {
  const query = db.selectFrom('agency').select(['id', 'slug', 'acronym'])
  if (ref !== null) return query.where(sql<string>`upper(iati_org_id)`, '=', ref.toUpperCase()).executeTakeFirst()
  return query
    .where((eb) => eb.or([eb(sql<string>`lower(names ->> 'en')`, '=', name.toLowerCase()), eb('acronym', '=', name)]))
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}

async function freeSlug(db: Db, wished: string): Promise<string> {
  const rows = await db
    .selectFrom('agency')
    .select('slug')
    .where((eb) => eb.or([eb('slug', '=', wished), eb('slug', 'like', `${wished}-%`)]))
    .execute()
  const taken = new Set(rows.map((row) => row.slug))
  let slug = wished
  for (let number = 2; taken.has(slug); number += 1) slug = `${wished}-${number}`
  return slug
}

function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return slug === '' ? 'organisation' : `org-${slug}`
}

function shortNameOf(name: string, ref: string | null): string {
  if (name.length <= 24) return name
  const initials = name.match(/\p{Lu}/gu)?.join('') ?? ''
  if (initials.length >= 2 && initials.length <= 12) return initials
  return (ref ?? name).slice(0, 40)
}
