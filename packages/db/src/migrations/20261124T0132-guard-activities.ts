import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // What the lead's or a partner's people may write; imported rows are worked on together until they are published.
  await sql`
    create function may_write_activity(agency_ids uuid[], visibility text, source text) returns boolean
    language sql stable parallel safe
    return actor_is_system()
      or coalesce(actor_agency() = any (agency_ids), false)
        and (actor_has('focal_point') or actor_has('contributor') and visibility = 'draft')
      or source = 'import' and visibility = 'group'
        and (actor_has('focal_point') or actor_has('coordinator') or actor_has('fund_manager'))`.execute(db)

  for (const table of [
    'activity',
    'activity_place',
    'activity_people',
    'activity_version',
    'activity_agency',
    'activity_area',
  ]) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  }
  await sql`grant usage on sequence activity_number to concert_app`.execute(db)
  await sql`
    grant select, insert, update, delete on activity, activity_place, activity_people, activity_agency, activity_area
    to concert_app`.execute(db)
  await sql`grant select, insert on activity_version to concert_app`.execute(db)

  await sql`
    create policy read on activity for select to concert_app using (
      audience = 'public'
      or (select actor_is_system())
      or audience = 'group' and (select actor_signed_in())
      or (select actor_signed_in()) and coalesce((select actor_agency()) = any (agency_ids), false))`.execute(db)
  await sql`
    create policy add on activity for insert to concert_app with check (
      may_write_activity(agency_ids, visibility, source)
      and (actor_is_system() or source = 'import' or lead_agency_id = actor_agency()))`.execute(db)
  await sql`
    create policy change on activity for update to concert_app
    using (may_write_activity(agency_ids, visibility, source))
    with check (may_write_activity(agency_ids, visibility, source))`.execute(db)
  await sql`
    create policy remove on activity for delete to concert_app using (
      actor_is_system()
      or visibility = 'draft' and may_write_activity(agency_ids, visibility, source)
      or source = 'import' and relevance <> 'relevant' and may_write_activity(agency_ids, visibility, source))`.execute(
    db,
  )

  // Exact places, people and history are never public.
  for (const table of ['activity_place', 'activity_people', 'activity_version']) {
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app using (
        (select actor_signed_in()) and exists (select from activity a where a.id = activity_id))`.execute(db)
    await sql`
      create policy add on ${sql.table(table)} for insert to concert_app with check (exists (
        select from activity a
        where a.id = activity_id and may_write_activity(a.agency_ids, a.visibility, a.source)))`.execute(db)
  }
  for (const table of ['activity_place', 'activity_people']) {
    await sql`
      create policy change on ${sql.table(table)} for update to concert_app using (exists (
        select from activity a
        where a.id = activity_id and may_write_activity(a.agency_ids, a.visibility, a.source)))`.execute(db)
    await sql`
      create policy remove on ${sql.table(table)} for delete to concert_app using (exists (
        select from activity a
        where a.id = activity_id and may_write_activity(a.agency_ids, a.visibility, a.source)))`.execute(db)
  }

  await sql`
    create policy read on activity_agency for select to concert_app using (
      audience = 'public'
      or (select actor_is_system())
      or audience = 'group' and (select actor_signed_in())
      or (select actor_signed_in()) and exists (select from activity a where a.id = activity_id))`.execute(db)
  await sql`
    create policy read on activity_area for select to concert_app using (
      audience = 'public' and scope = 'public'
      or (select actor_is_system())
      or audience in ('public', 'group') and (select actor_signed_in())
      or (select actor_signed_in()) and exists (select from activity a where a.id = activity_id))`.execute(db)
  for (const table of ['activity_agency', 'activity_area']) {
    for (const command of ['insert', 'update', 'delete']) {
      await sql`
        create policy ${sql.raw(`derive_${command}`)} on ${sql.table(table)} for ${sql.raw(command)} to concert_app
        ${sql.raw(command === 'insert' ? 'with check' : 'using')} (pg_trigger_depth() > 0)`.execute(db)
    }
  }

  // Row-level security keeps a search from using its index, since what a search compares could leak what it compares
  // with. What few activities hold is therefore found here, as bare ids of which the caller is then let have his own;
  // null when there are more, which are met soon enough along any order.
  await sql`
    create function rare_activities(wanted tsquery, word text, readership text, most integer) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
    declare
      found uuid[];
      sampled integer;
    begin
      -- For a word that stands nearly everywhere the index would first gather nearly everything.
      if word is not null and wanted is null then
        select count(*) filter (where newest.search like '%' || word || '%') into sampled
        from (select search from activity order by start_on desc nulls last, id desc limit 500) newest;
        if sampled / 500.0 * (select reltuples from pg_class where oid = 'activity'::regclass) > 2 * most then
          return null;
        end if;
      end if;
      execute 'select array(select id from activity where true'
        || case readership when 'public' then ' and audience = ''public''' when 'group' then ' and counted' else '' end
        || case when wanted is not null then ' and facets @@ $1' else '' end
        || case when word is not null then ' and search like ''%'' || $2 || ''%''' else '' end
        || ' limit $3)'
      into found using wanted, word, most + 1;
      return case when cardinality(found) > most then null else found end;
    end $$`.execute(db)
}
