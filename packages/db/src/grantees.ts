import type { GranteeRegistration } from '@concert/domain/grant'
import type { Grantee } from '@concert/domain/grant-views'
import type { Locale } from '@concert/domain/locales'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './client.ts'
import { inOrderOf } from './donors.ts'

export type NewGrantee = Omit<GranteeRegistration, 'idempotencyKey'>

export async function insertGrantee(db: Db, { kind, names, placeCode }: NewGrantee): Promise<string> {
  const { id } = await db
    .insertInto('grantee')
    .values({ kind, place_code: placeCode })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('grantee_name')
    .values(names.map((name) => ({ grantee_id: id, ...name })))
    .execute()
  return id
}

export async function granteeExists(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('grantee').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** The name of the grantee in this column, in the reader's language, else in English, else in any. */
export function granteeNameIn(reader: Locale, granteeId: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(
    select n.name from grantee_name n where n.grantee_id = ${granteeId}
    order by n.language = ${reader} desc, n.language = 'en' desc, n.language limit 1)`
}

/** Grantees with a name like this, in the alphabetical order of the reader's language. */
export async function findGrantees(db: Db, text: string, reader: Locale, limit: number): Promise<Grantee[]> {
  const pattern = `%${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Grantee>`
    select * from (
      select g.id, g.kind, ${granteeNameIn(reader, sql`g.id`)} as name, g.place_code as "placeCode",
        (select jsonb_agg(jsonb_build_object('name', n.name, 'language', n.language) order by n.language)
          from grantee_name n where n.grantee_id = g.id) as names,
        (select count(*) from fund_grant f where f.grantee_id = g.id) as grants
      from grantee g
      where exists (select from grantee_name n where n.grantee_id = g.id and lower(n.name) like ${pattern})
    ) found
    order by found.name ${inOrderOf(reader)}, found.id limit ${limit}`.execute(db)
  return rows
}
