import { type Kysely, sql } from 'kysely'

const transitions = [
  ['insert', 'new table as new_rows'],
  ['update', 'old table as old_rows new table as new_rows'],
  ['delete', 'old table as old_rows'],
] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db)
  await createIndexes(db)
  await createSpread(db)
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  // As foldForSearch in the domain: without case, accents and vowel signs, alef and yeh in one form each.
  await sql`
    create function fold_text(value text) returns text language sql immutable parallel safe
    return btrim(regexp_replace(
      lower(translate(
        regexp_replace(
          normalize(value, NFKD),
          '[\u0300-\u036f\u0483-\u0487\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]',
          '', 'g'),
        '\u0671\u0649\u0629', '\u0627\u064a\u0647')),
      '[^[:alnum:]]+', ' ', 'g'))`.execute(db)
  await sql`
    create function narrative_text(narratives jsonb) returns text language sql immutable parallel safe
    return jsonb_path_query_array(narratives, '$[*].text')::text`.execute(db)
  // Every code that a list can be narrowed to, as one set that one index answers for.
  await sql`
    create function activity_facets(
      kind text, level text, status text, agency_ids uuid[], pillars text[], sdg_targets text[], forms text[],
      audiences text[], tags text[], paragraphs text[], start_on date
    ) returns tsvector language sql immutable parallel safe
    return array_to_tsvector(array(
      select 'kind:' || kind where kind is not null
      union all select 'level:' || level where level is not null
      union all select 'status:' || status
      union all select 'year:' || extract(year from start_on) where start_on is not null
      union all select 'agency:' || code from unnest(agency_ids) codes (code)
      union all select 'pillar:' || code from unnest(pillars) codes (code)
      union all select 'sdg:' || code from unnest(sdg_targets) codes (code)
      union all select 'form:' || code from unnest(forms) codes (code)
      union all select 'audience:' || code from unnest(audiences) codes (code)
      union all select 'tag:' || code from unnest(tags) codes (code)
      union all select 'paragraph:' || code from unnest(paragraphs) codes (code)
    ))`.execute(db)
  await sql`create sequence activity_number`.execute(db)
  await sql`
    create function next_activity_reference() returns text language sql volatile
    return 'ACT-' || to_char(now() at time zone 'UTC', 'YYYY') || '-'
      || lpad(nextval('activity_number')::text, greatest(5, length(currval('activity_number')::text)), '0')`.execute(db)

  await sql`
    create table activity (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique default next_activity_reference() check (reference ~ '^ACT-[0-9]{4}-[0-9]{5,9}$'),
      source text not null default 'hand' check (source in ('hand', 'import')),
      lead_agency_id uuid not null references agency (id),
      partner_agency_ids uuid[] not null default '{}' check (cardinality(partner_agency_ids) <= 60),
      agency_ids uuid[] not null generated always as (array_append(partner_agency_ids, lead_agency_id)) stored,
      other_partners jsonb not null default '[]' check (jsonb_typeof(other_partners) = 'array'),
      title jsonb not null default '[]' check (jsonb_typeof(title) = 'array'),
      description jsonb not null default '[]' check (jsonb_typeof(description) = 'array'),
      kind text,
      level text check (level in ('global', 'regional', 'national')),
      status text not null default 'planned' check (status in ('planned', 'ongoing', 'completed', 'cancelled')),
      visibility text not null default 'draft' check (visibility in ('draft', 'group', 'public')),
      relevance text not null default 'own' check (relevance in ('own', 'pending', 'relevant', 'not_relevant')),
      audience text not null generated always as (case
        when visibility = 'draft' then 'draft'
        when visibility = 'public' and relevance in ('own', 'relevant') then 'public'
        else 'group' end) stored,
      counted boolean not null generated always as (visibility <> 'draft' and relevance in ('own', 'relevant')) stored,
      pillars text[] not null default '{}',
      sdg_targets text[] not null default '{}',
      forms text[] not null default '{}',
      audiences text[] not null default '{}',
      tags text[] not null default '{}',
      paragraphs text[] not null default '{}',
      start_on date,
      end_on date,
      budget_minor bigint check (budget_minor between 0 and 1000000000000000),
      budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
      tools_used text,
      lessons text,
      links jsonb not null default '[]' check (jsonb_typeof(links) = 'array'),
      do_no_harm jsonb,
      publish_reasons jsonb not null default '[]' check (jsonb_typeof(publish_reasons) = 'array'),
      search text not null generated always as
        (fold_text(reference || ' ' || narrative_text(title) || ' ' || narrative_text(description))) stored,
      facets tsvector not null generated always as (activity_facets(kind, level, status,
        array_append(partner_agency_ids, lead_agency_id), pillars, sdg_targets, forms, audiences, tags, paragraphs,
        start_on)) stored,
      version integer not null default 1 check (version > 0),
      created_at timestamptz not null default now(),
      created_by uuid,
      updated_at timestamptz not null default now(),
      updated_by uuid,
      submitted_at timestamptz,
      submitted_by uuid,
      published_at timestamptz,
      published_by uuid,
      check (source = 'import' or relevance = 'own'),
      check (not lead_agency_id = any (partner_agency_ids)),
      check ((budget_minor is null) = (budget_currency is null)),
      check (array_position(pillars || sdg_targets || forms || audiences || tags || paragraphs, null) is null),
      constraint activity_public_is_complete check (visibility <> 'public' or (
        jsonb_array_length(title) > 0 and kind is not null and cardinality(pillars) > 0
        and start_on is not null and (end_on is null or end_on >= start_on)))
    )`.execute(db)

  // The places as the writer knows them, and the place that the public is told (the same, or its subregion).
  await sql`
    create table activity_place (
      activity_id uuid not null references activity (id),
      place_code text not null references place (code),
      public_place_code text not null references place (code),
      percentage numeric(7, 4) check (percentage between 0 and 100),
      primary key (activity_id, place_code)
    )`.execute(db)

  // Counts only, never persons. A row without sex, age group, form and audience is a declared, unduplicated total.
  await sql`
    create table activity_people (
      activity_id uuid not null references activity (id) on delete cascade,
      kind text not null check (kind in ('assisted', 'trained', 'campaign_audience')),
      sex text,
      age_group text,
      form text,
      audience text,
      count integer not null check (count >= 0),
      unique nulls not distinct (activity_id, kind, sex, age_group, form, audience),
      check (kind = 'assisted' or (age_group is null and form is null)),
      check (kind = 'trained' or audience is null),
      check (kind <> 'campaign_audience' or sex is null)
    )`.execute(db)

  await sql`
    create table activity_version (
      activity_id uuid not null references activity (id) on delete cascade,
      version integer not null check (version > 0),
      at timestamptz not null default now(),
      by_id uuid,
      by_name text not null,
      change text not null,
      snapshot jsonb not null,
      primary key (activity_id, version)
    )`.execute(db)

  // Derived by triggers: what lists by agency and by place read in the order of dates, without a sort or a join.
  await sql`
    create table activity_agency (
      activity_id uuid not null references activity (id),
      agency_id uuid not null references agency (id),
      role text not null check (role in ('lead', 'partner')),
      audience text not null,
      counted boolean not null,
      start_on date,
      primary key (activity_id, agency_id)
    )`.execute(db)
  // A place and every region that contains it, once as members see it ('group') and once as the public does. Only
  // triggers write it, and a standing check compares, so that ten rows an activity need no foreign keys.
  await sql`
    create table activity_area (
      activity_id uuid not null,
      scope text not null check (scope in ('public', 'group')),
      place_code text not null,
      named boolean not null,
      audience text not null,
      counted boolean not null,
      start_on date,
      primary key (activity_id, scope, place_code)
    )`.execute(db)
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  // Lists page through this index alone; what a filter or a policy looks at rides along.
  await sql`
    create index activity_by_start on activity (start_on desc nulls last, id desc)
    include (audience, counted, agency_ids, kind, level, status, relevance, pillars, sdg_targets, forms, audiences, tags, paragraphs)
  `.execute(db)
  await sql`create index activity_by_update on activity (updated_at desc, id desc) include (audience, counted, agency_ids)`.execute(
    db,
  )
  await sql`create index activity_by_search on activity using gin (search gin_trgm_ops)`.execute(db)
  await sql`create index activity_by_facets on activity using gin (facets)`.execute(db)
  await sql`create index activity_by_status_and_dates on activity (status, end_on, start_on)`.execute(db)
  await sql`create index activity_drafts on activity (updated_at desc, id desc) where visibility = 'draft'`.execute(db)
  await sql`create index activity_pending on activity (relevance, id) where relevance in ('pending', 'not_relevant')`.execute(
    db,
  )
  await sql`
    create index activity_agency_by_start on activity_agency (agency_id, start_on desc nulls last, activity_id desc)
    include (audience, counted, role)`.execute(db)
  await sql`
    create index activity_area_by_start on activity_area (place_code, scope, start_on desc nulls last, activity_id desc)
    include (audience, counted)`.execute(db)
  await sql`create index activity_place_by_place on activity_place (place_code)`.execute(db)
}

async function createSpread(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function place_and_containers(code text) returns table (place_code text, named boolean)
    language sql stable begin atomic
      with recursive reach (place_code, parent_code, named) as (
        select place.code, place.parent_code, true from place where place.code = $1
        union
        select place.code, place.parent_code, false from place join reach on place.code = reach.parent_code
      )
      select reach.place_code, reach.named from reach;
    end`.execute(db)

  await sql`
    create function spread_activity() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        delete from activity_agency a using new_rows n join old_rows o using (id)
        where a.activity_id = n.id and o.agency_ids is distinct from n.agency_ids and not a.agency_id = any (n.agency_ids);
        update activity_area a set audience = n.audience, counted = n.counted, start_on = n.start_on
        from new_rows n
        where a.activity_id = n.id
          and (a.audience, a.counted, a.start_on) is distinct from (n.audience, n.counted, n.start_on);
      end if;
      insert into activity_agency as a (activity_id, agency_id, role, audience, counted, start_on)
      select n.id, g.agency_id, case when g.agency_id = n.lead_agency_id then 'lead' else 'partner' end,
        n.audience, n.counted, n.start_on
      from new_rows n cross join lateral (select distinct unnest(n.agency_ids)) g (agency_id)
      on conflict (activity_id, agency_id) do update
        set role = excluded.role, audience = excluded.audience, counted = excluded.counted, start_on = excluded.start_on
        where (a.role, a.audience, a.counted, a.start_on)
          is distinct from (excluded.role, excluded.audience, excluded.counted, excluded.start_on);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger spread_new after insert on activity referencing new table as new_rows
    for each statement execute function spread_activity()`.execute(db)
  await sql`
    create trigger spread_changed after update on activity referencing old table as old_rows new table as new_rows
    for each statement execute function spread_activity()`.execute(db)

  await sql`
    create function spread_activity_place() returns trigger language plpgsql as $$
    declare touched uuid[];
    begin
      if tg_op = 'INSERT' then touched := array(select distinct activity_id from new_rows);
      elsif tg_op = 'DELETE' then touched := array(select distinct activity_id from old_rows);
      else touched := array(select activity_id from old_rows union select activity_id from new_rows);
      end if;
      with told (activity_id, scope, code) as materialized (
        select p.activity_id, t.scope, t.code
        from activity_place p
        cross join lateral (values ('group', p.place_code), ('public', p.public_place_code)) t (scope, code)
        where p.activity_id = any (touched)
      ), reach as materialized (
        select c.code, r.place_code, r.named
        from (select distinct code from told) c cross join lateral place_and_containers(c.code) r
      ), wanted as materialized (
        select told.activity_id, told.scope, reach.place_code, bool_or(reach.named) as named
        from told join reach using (code)
        group by told.activity_id, told.scope, reach.place_code
      ), gone as (
        delete from activity_area a
        where a.activity_id = any (touched) and not exists (
          select from wanted w
          where w.activity_id = a.activity_id and w.scope = a.scope and w.place_code = a.place_code)
      )
      insert into activity_area as a (activity_id, scope, place_code, named, audience, counted, start_on)
      select w.activity_id, w.scope, w.place_code, w.named, activity.audience, activity.counted, activity.start_on
      from wanted w join activity on activity.id = w.activity_id
      on conflict (activity_id, scope, place_code) do update set named = excluded.named
        where a.named is distinct from excluded.named;
      return null;
    end $$`.execute(db)
  for (const [event, referencing] of transitions) {
    await sql`
      create trigger ${sql.raw(`spread_on_${event}`)} after ${sql.raw(event)} on activity_place
      referencing ${sql.raw(referencing)} for each statement execute function spread_activity_place()`.execute(db)
  }

  await sql`
    create function clear_activity() returns trigger language plpgsql as $$
    begin
      delete from activity_place where activity_id = old.id;
      delete from activity_agency where activity_id = old.id;
      return old;
    end $$`.execute(db)
  await sql`
    create trigger clear before delete on activity for each row execute function clear_activity()`.execute(db)
}
