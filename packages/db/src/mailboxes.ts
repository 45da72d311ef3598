import type { Db } from './client.ts'

interface NewMailbox {
  address: string | null
  savedBy: string | null
  savedByName: string
}

/** Where donors answer the fund. */
export async function findFundMailbox(db: Db): Promise<string | null> {
  const row = await db.selectFrom('fund_mailbox').select('address').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.address ?? null
}

export async function insertFundMailbox(db: Db, { address, savedBy, savedByName }: NewMailbox): Promise<void> {
  await db.insertInto('fund_mailbox').values({ address, saved_by: savedBy, saved_by_name: savedByName }).execute()
}

/** The mailbox of a donor's function for contributions. */
export async function findDonorMailbox(db: Db, donorId: string): Promise<string | null> {
  const row = await db
    .selectFrom('donor_mailbox')
    .select('address')
    .where('donor_id', '=', donorId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.address ?? null
}

export async function insertDonorMailbox(
  db: Db,
  donorId: string,
  { address, savedBy, savedByName }: NewMailbox,
): Promise<void> {
  await db
    .insertInto('donor_mailbox')
    .values({ donor_id: donorId, address, saved_by: savedBy, saved_by_name: savedByName })
    .execute()
}
