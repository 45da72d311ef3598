import { sql } from 'kysely'
import type { Trx } from './client.ts'

export interface FirstAnswer {
  procedure: string
  bodyHash: string
  response: unknown
}

/** Makes a second request with the same key wait until the first one has committed or failed. */
export async function lockKey(trx: Trx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx)
}

/** What was answered the first time, if this key has been used. */
export async function findFirstAnswer(trx: Trx, key: string): Promise<FirstAnswer | undefined> {
  const row = await trx
    .selectFrom('idempotency')
    .select(['procedure', 'body_hash', 'response'])
    .where('key', '=', key)
    .executeTakeFirst()
  return row && { procedure: row.procedure, bodyHash: row.body_hash, response: row.response }
}

export async function insertFirstAnswer(
  trx: Trx,
  answer: FirstAnswer & { key: string; actorId: string | null },
): Promise<void> {
  await trx
    .insertInto('idempotency')
    .values({
      key: answer.key,
      procedure: answer.procedure,
      actor_id: answer.actorId,
      body_hash: answer.bodyHash,
      response: JSON.stringify(answer.response ?? null),
    })
    .execute()
}
