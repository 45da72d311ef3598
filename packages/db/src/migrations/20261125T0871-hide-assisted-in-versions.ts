import { type Kysely, sql } from 'kysely'

// Earlier versions of a record hold counts of people assisted too: those who are not of its agencies get them without.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`revoke select on activity_version from concert_app`.execute(db)
  await sql`
    grant select (activity_id, version, at, by_id, by_name, change) on activity_version to concert_app`.execute(db)
  await sql`
    create function versions_of_activity(wanted uuid)
    returns table (version integer, at timestamptz, by_name text, change text, snapshot jsonb)
    language sql stable security definer set search_path = pg_catalog, public as $$
      select v.version, v.at, v.by_name, v.change,
        case when actor_is_system() or coalesce(actor_agency() = any (a.agency_ids), false) then v.snapshot
          else jsonb_set(v.snapshot, '{people}', coalesce((
            select jsonb_agg(c.row order by c.position)
            from jsonb_array_elements(v.snapshot -> 'people') with ordinality c (row, position)
            where c.row ->> 'kind' <> 'assisted'), '[]'))
        end
      from activity_version v join activity a on a.id = v.activity_id
      where v.activity_id = wanted and (
        actor_is_system()
        or actor_signed_in() and (
          a.audience in ('group', 'public') or coalesce(actor_agency() = any (a.agency_ids), false)))
      order by v.version
    $$`.execute(db)
}
