import type { KyselyPlugin, UnknownRow } from 'kysely'
import type { Db } from './client.ts'

const instants = ['created_at', 'updated_at', 'expires_at', 'access_token_expires_at', 'refresh_token_expires_at']

// better-auth compares instants as Date objects; everything else in Concert reads them as ISO strings.
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
}

/** The same pool for better-auth: as the owner, outside `SET ROLE`, because nobody is known before they have signed in. */
export function signInDb(db: Db): Db {
  return db.withPlugin(instantsAsDates)
}

function withDates(row: UnknownRow): UnknownRow {
  const dated = { ...row }
  for (const column of instants) {
    const value = row[column]
    if (typeof value === 'string') dated[column] = new Date(value)
  }
  return dated
}
