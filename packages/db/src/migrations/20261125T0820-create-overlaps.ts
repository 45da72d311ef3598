import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table overlap_pair (
      a_id uuid not null references activity (id) on delete cascade,
      b_id uuid not null references activity (id) on delete cascade,
      score integer not null check (score between 0 and 100),
      reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
      agency_ids uuid[] not null,
      place_codes text[] not null,
      state text not null default 'open' check (state in ('open', 'settled')),
      changed text[] not null default '{}',
      found_at timestamptz not null default now(),
      primary key (a_id, b_id),
      check (a_id < b_id)
    )`.execute(db)
  await sql`create index overlap_pair_by_score on overlap_pair (state, score desc, a_id, b_id)`.execute(db)
  await sql`create index overlap_pair_by_b on overlap_pair (b_id)`.execute(db)
  await sql`create index overlap_pair_by_agency on overlap_pair using gin (agency_ids)`.execute(db)

  // One row a decision, none ever changed: the newest is the one that holds.
  await sql`
    create table overlap_verdict (
      id bigint generated always as identity primary key,
      a_id uuid not null,
      b_id uuid not null,
      kind text not null check (kind in ('coordinate', 'different')),
      note text not null check (length(note) between 3 and 1000),
      facts jsonb not null check (jsonb_typeof(facts) = 'object'),
      at timestamptz not null default now(),
      by_id uuid,
      by_name text not null,
      by_agency_id uuid references agency (id),
      foreign key (a_id, b_id) references overlap_pair (a_id, b_id) on delete cascade
    )`.execute(db)
  await sql`create index overlap_verdict_by_pair on overlap_verdict (a_id, b_id, id desc)`.execute(db)

  await guardTable(db, 'overlap_pair')
  await guardTable(db, 'overlap_verdict')
  await sql`grant select, insert, update, delete on overlap_pair to concert_app`.execute(db)
  await sql`grant select, insert on overlap_verdict to concert_app`.execute(db)
  for (const table of ['overlap_pair', 'overlap_verdict']) {
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app using ((select actor_signed_in()))`.execute(
      db,
    )
  }
  // Whoever writes an activity keeps its pairs; whoever settles a pair closes it.
  const mayKeep = sql`(
    actor_is_system() or actor_has('coordinator')
    or coalesce(actor_agency() = any (agency_ids), false) and (actor_has('focal_point') or actor_has('contributor'))
    or exists (select from activity w where w.id in (a_id, b_id)
      and may_write_activity(w.agency_ids, w.visibility, w.source)))`
  await sql`create policy add on overlap_pair for insert to concert_app with check ${mayKeep}`.execute(db)
  await sql`create policy change on overlap_pair for update to concert_app using ${mayKeep}`.execute(db)
  await sql`create policy remove on overlap_pair for delete to concert_app using ${mayKeep}`.execute(db)
  await sql`
    create policy add on overlap_verdict for insert to concert_app with check (
      actor_is_system() or actor_has('coordinator')
      or actor_has('focal_point') and exists (select from overlap_pair p
        where p.a_id = overlap_verdict.a_id and p.b_id = overlap_verdict.b_id
          and actor_agency() = any (p.agency_ids)))`.execute(db)

  await createCandidates(db)
}

// Row-level security keeps a search from using its index (see rare_activities), so that what may overlap is found here
// as bare ids, drafts never among them, and read under the caller's own rights. `places` are a draft's own,
// `containers` what contains them, the world left out.
async function createCandidates(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function overlap_candidates(
      self uuid, lead uuid, places text[], containers text[], wanted tsquery, words text[], from_on date, until_on date,
      most integer
    ) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
    declare found uuid[];
    begin
      with near as (
        (select activity_id as id from activity_area
          where place_code = any (places) and scope = 'group' and counted
            and (until_on is null or start_on <= until_on)
          order by start_on desc nulls last limit 3000)
        union
        (select activity_id from activity_area
          where place_code = any (places) and scope = 'group' and counted and start_on is null limit 200)
        union
        (select p.activity_id from activity_place p where p.place_code = any (containers) limit 1000)
        union
        (select id from activity where cardinality(words) > 1 and counted
          and search like '%' || words[1] || '%' and search like '%' || words[2] || '%' limit 200)
      )
      select array_agg(best.id) into found from (
        select a.id from near join activity a using (id)
        where a.counted and a.status <> 'cancelled' and a.id is distinct from self and a.lead_agency_id <> lead
          and (until_on is null or a.start_on is null or a.start_on <= until_on)
          and (from_on is null or a.end_on is null or a.end_on >= from_on)
        order by ts_rank('{1,1,1,1}', a.facets, wanted) desc nulls last, a.id limit most
      ) best;
      return coalesce(found, '{}');
    end $$`.execute(db)
}
