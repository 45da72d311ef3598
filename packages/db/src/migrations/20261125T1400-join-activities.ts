import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await admitJoined(db)
  await createJoins(db)
  await createReferences(db)
}

/** What was joined into another record rests: it enters no figure (see `counted`), and only Concert itself moves it. */
async function admitJoined(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare name text;
    begin
      for name in select conname from pg_constraint
        where conrelid = 'activity'::regclass and contype = 'c'
          and pg_get_constraintdef(oid) like '%relevance%' and pg_get_constraintdef(oid) not like '%visibility%'
      loop
        execute format('alter table activity drop constraint %I', name);
      end loop;
    end $$`.execute(db)
  await sql`
    alter table activity
      add constraint activity_relevance_check
        check (relevance in ('own', 'pending', 'relevant', 'not_relevant', 'joined')),
      add constraint activity_relevance_of_source check (source = 'import' or relevance in ('own', 'joined')),
      add constraint activity_draft_is_not_joined check (relevance <> 'joined' or visibility <> 'draft')`.execute(db)
  await sql`
    create policy joined_rests on activity as restrictive for update to concert_app
    using (relevance <> 'joined' or actor_is_system())
    with check (relevance <> 'joined' or actor_is_system())`.execute(db)
  await sql`
    create policy joined_stays on activity as restrictive for delete to concert_app
    using (relevance <> 'joined' or actor_is_system())`.execute(db)
  await sql`
    create or replace function activity_left_out() returns table (reason text, rows bigint)
    language sql stable security definer set search_path = public begin atomic
      select case
          when relevance = 'pending' then 'awaiting_review'
          when relevance = 'not_relevant' then 'not_relevant'
          when relevance = 'joined' then 'joined'
          when visibility = 'draft' then 'draft'
          else 'not_public'
        end,
        count(*)
      from activity where not (counted and audience = 'public')
      group by 1 order by 1;
    end`.execute(db)
}

async function createJoins(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table activity_join (
      id uuid primary key default gen_random_uuid(),
      kept_id uuid not null references activity (id),
      joined_id uuid not null references activity (id),
      kept_agency_id uuid not null references agency (id),
      joined_agency_id uuid not null references agency (id),
      state text not null default 'proposed'
        check (state in ('proposed', 'joined', 'declined', 'withdrawn', 'replaced', 'separated')),
      from_other text[] not null,
      note text not null check (length(note) between 3 and 1000),
      kept_version integer not null check (kept_version > 0),
      joined_version integer not null check (joined_version > 0),
      proposed_at timestamptz not null default now(),
      by_id uuid,
      by_name text not null,
      by_agency_id uuid references agency (id),
      kept_agreed_at timestamptz,
      kept_agreed_by text,
      joined_agreed_at timestamptz,
      joined_agreed_by text,
      joined_at timestamptz,
      ended_at timestamptz,
      ended_by text,
      ended_agency_id uuid references agency (id),
      ended_why text check (length(ended_why) between 3 and 1000),
      check (kept_id <> joined_id),
      check (kept_agency_id <> joined_agency_id),
      check ((kept_agreed_at is null) = (kept_agreed_by is null)),
      check ((joined_agreed_at is null) = (joined_agreed_by is null)),
      -- Nobody joins another agency's record: both have said so.
      constraint activity_join_is_agreed check (state not in ('joined', 'separated')
        or kept_agreed_at is not null and joined_agreed_at is not null and joined_at is not null),
      check ((state in ('proposed', 'joined')) = (ended_at is null))
    )`.execute(db)
  await sql`
    create unique index activity_join_proposed_once
    on activity_join (least(kept_id, joined_id), greatest(kept_id, joined_id)) where state = 'proposed'`.execute(db)
  await sql`
    create unique index activity_join_joined_once on activity_join (joined_id) where state = 'joined'`.execute(db)
  await sql`create index activity_join_by_kept on activity_join (kept_id)`.execute(db)
  await sql`create index activity_join_by_joined on activity_join (joined_id)`.execute(db)
  await guardTable(db, 'activity_join')
  await sql`grant select, insert, update on activity_join to concert_app`.execute(db)
  await sql`
    create policy read on activity_join for select to concert_app using ((select actor_signed_in()))`.execute(db)
  const mayDecide = sql`(actor_is_system() or actor_has('coordinator')
    or actor_has('focal_point') and coalesce(actor_agency() in (kept_agency_id, joined_agency_id), false))`
  await sql`create policy propose on activity_join for insert to concert_app with check ${mayDecide}`.execute(db)
  await sql`create policy decide on activity_join for update to concert_app using ${mayDecide}`.execute(db)

  // What the records said before, people assisted among it, for the day on which they are separated: for Concert alone.
  await sql`
    create table activity_join_before (
      join_id uuid primary key references activity_join (id),
      kept_draft jsonb not null check (jsonb_typeof(kept_draft) = 'object'),
      kept_reasons jsonb not null check (jsonb_typeof(kept_reasons) = 'array'),
      kept_visibility text not null check (kept_visibility in ('group', 'public')),
      joined_relevance text not null check (joined_relevance in ('own', 'relevant'))
    )`.execute(db)
  await guardTable(db, 'activity_join_before')
  await sql`grant select, insert on activity_join_before to concert_app`.execute(db)
  await sql`
    create policy concert_reads on activity_join_before for select to concert_app
    using ((select actor_is_system()))`.execute(db)
  await sql`
    create policy concert_adds on activity_join_before for insert to concert_app
    with check (actor_is_system())`.execute(db)

  await sql`alter table overlap_verdict drop constraint overlap_verdict_kind_check`.execute(db)
  await sql`
    alter table overlap_verdict add constraint overlap_verdict_kind_check
    check (kind in ('join', 'coordinate', 'different'))`.execute(db)
}

/** Where the address of a joined record leads, for a visitor too, if both were public: one reference and nothing else. */
async function createReferences(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function joint_reference(wanted text) returns text
    language sql stable security definer set search_path = pg_catalog, public as $$
      with recursive way (id, reference, depth) as (
        select a.id, a.reference, 0 from activity a
        where a.reference = wanted and a.relevance = 'joined' and (actor_signed_in() or a.visibility = 'public')
        union all
        select k.id, k.reference, way.depth + 1
        from way join activity_join j on j.joined_id = way.id and j.state = 'joined'
        join activity k on k.id = j.kept_id
        where way.depth < 20
      )
      select reference from way where depth > 0 order by depth desc limit 1
    $$`.execute(db)
}
