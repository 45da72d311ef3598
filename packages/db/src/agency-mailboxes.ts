import type { PartyMailbox } from '@concert/domain/overlap-verdict'
import { sql } from 'kysely'
import type { Db } from './client.ts'

/** Where these agencies answer, in the order asked for; null where none is known. */
export async function findMailboxesOf(db: Db, agencyIds: readonly string[]): Promise<PartyMailbox[]> {
  const { rows } = await sql<PartyMailbox>`
    select g.acronym, (
      select m.address from agency_mailbox m where m.agency_id = g.id order by m.id desc limit 1) as address
    from unnest(${agencyIds}::uuid[]) with ordinality wanted (id, position) join agency g on g.id = wanted.id
    order by wanted.position`.execute(db)
  return rows
}

export interface AgencyMailbox {
  address: string | null
  savedAt: string
  savedByName: string
}

/** The mailbox of an agency as last saved; undefined when nobody has said one. */
export async function findAgencyMailbox(db: Db, agencyId: string): Promise<AgencyMailbox | undefined> {
  const row = await db
    .selectFrom('agency_mailbox')
    .select(['address', 'saved_at', 'saved_by_name'])
    .where('agency_id', '=', agencyId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { address: row.address, savedAt: row.saved_at, savedByName: row.saved_by_name }
}

export async function insertAgencyMailbox(
  db: Db,
  agencyId: string,
  { address, savedBy, savedByName }: { address: string | null; savedBy: string | null; savedByName: string },
): Promise<void> {
  await db
    .insertInto('agency_mailbox')
    .values({ agency_id: agencyId, address, saved_by: savedBy, saved_by_name: savedByName })
    .execute()
}
