import { sql } from 'kysely'
import type { Db } from './client.ts'
import { OperatorError } from './operator-error.ts'

const sixScripts = ['trafficking', 'trafiquée', 'trata española', 'торговля', '人口贩运', 'الاتجار']

/** Refuses a server on which search, dates or durability would silently go wrong. */
export async function assertServerFits(db: Db): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string; fsync: string }>`
    select current_setting('server_version_num')::int / 10000 as version,
           current_setting('server_encoding') as encoding,
           current_setting('fsync') as fsync`.execute(db)
  const server = rows[0]
  if (!server || server.version < 15 || server.version > 18) {
    throw new OperatorError(`Concert needs PostgreSQL 15 to 18; this server is version ${server?.version}.`)
  }
  if (server.encoding !== 'UTF8') {
    throw new OperatorError(`The database is encoded in ${server.encoding}; make one with ENCODING 'UTF8'.`)
  }
  if (server.fsync !== 'on') {
    throw new OperatorError('The server runs with fsync off and would lose what it acknowledged. Turn fsync on.')
  }
  await sql`create extension if not exists pg_trgm`.execute(db).catch((cause) => {
    throw new OperatorError(
      'The extension pg_trgm is missing and this user may not make it. As a superuser: CREATE EXTENSION pg_trgm.',
      { cause },
    )
  })
  for (const word of sixScripts) {
    const trigrams = await sql<{ count: number }>`select cardinality(show_trgm(${word})) as count`.execute(db)
    if ((trigrams.rows[0]?.count ?? 0) < 2) {
      throw new OperatorError(
        `Search would find nothing for "${word}": the database's lc_ctype knows no such letters. Make the database with a UTF-8 locale, such as C.UTF-8.`,
      )
    }
  }
}
