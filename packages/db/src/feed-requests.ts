import { sql } from 'kysely'
import type { Db } from './client.ts'

export interface FeedRequestTables {
  feed_request: { client: string; since: string; count: number }
}

/** How many requests the client has made in its present minute, this one included. Forgets those of an hour ago. */
export async function countFeedRequest(db: Db, client: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with old as (
      select client from feed_request where since < ${now}::timestamptz - interval '1 hour' limit 100
      for update skip locked
    ), gone as (
      delete from feed_request using old where feed_request.client = old.client and old.client <> ${client}
    )
    insert into feed_request as kept (client, since, count) values (${client}, ${now}, 1)
    on conflict (client) do update set
      since = case when kept.since > ${now}::timestamptz - interval '1 minute' then kept.since else excluded.since end,
      count = case when kept.since > ${now}::timestamptz - interval '1 minute' then kept.count + 1 else 1 end
    returning count`.execute(db)
  return rows[0]?.count ?? 0
}
