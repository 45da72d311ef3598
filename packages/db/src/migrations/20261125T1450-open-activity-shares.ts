import { type Kysely, sql } from 'kysely'

/**
 * What files for the public say beyond the public list: how a public activity's money divides, where every place is told
 * exactly, and under which identifier its own publisher reports it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function public_activity_shares(wanted uuid[])
    returns table (activity_id uuid, place_code text, percentage numeric)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select p.activity_id, p.place_code, p.percentage
      from activity_place p join activity a on a.id = p.activity_id
      where p.activity_id = any (wanted) and a.audience = 'public' and p.percentage is not null
        and not exists (
          select from activity_place q where q.activity_id = p.activity_id and q.public_place_code <> q.place_code);
    end`.execute(db)
  await sql`
    create function public_activity_identifiers(wanted uuid[]) returns table (activity_id uuid, identifier text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp begin atomic
      select i.activity_id, i.external_id
      from activity_import i join activity a on a.id = i.activity_id
      where i.activity_id = any (wanted) and a.audience = 'public';
    end`.execute(db)
}
