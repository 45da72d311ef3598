import { type Kysely, sql } from 'kysely'

// Row-level security is forced, so it binds the owner too, unless that is a superuser as in the embedded server.
// Identity, sealing, migrations and the functions that only count run as the owner, outside any person's request.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      name text;
    begin
      for name in
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relforcerowsecurity
      loop
        execute format(
          'create policy outside_requests on %I to %I using (current_user <> ''concert_app'') with check (current_user <> ''concert_app'')',
          name, current_user);
      end loop;
    end $$`.execute(db)

  // A proof says how many rows were left out and why; whoever may not see them learns their number only.
  await sql`
    create function activity_left_out() returns table (reason text, rows bigint)
    language sql stable security definer set search_path = public begin atomic
      select case
          when relevance = 'pending' then 'awaiting_review'
          when relevance = 'not_relevant' then 'not_relevant'
          when visibility = 'draft' then 'draft'
          else 'not_public'
        end,
        count(*)
      from activity where not (counted and audience = 'public')
      group by 1 order by 1;
    end`.execute(db)

  await sql`
    create function agencies_awaiting_confirmation() returns bigint
    language sql stable security definer set search_path = public begin atomic
      select count(distinct a.id) from agency a
      join agency_membership m on m.agency_id = a.id and m.role in ('coordinator', 'chair', 'member')
      where (m.basis = 'unverified' and m.confirmed_at is null) or (a.basis = 'unverified' and a.confirmed_at is null);
    end`.execute(db)
}
