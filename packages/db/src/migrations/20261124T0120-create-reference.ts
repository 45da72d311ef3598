import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reference_load (
      name text primary key,
      content_hash text not null,
      loaded_at timestamptz not null default now()
    )`.execute(db)

  await sql`
    create table place (
      code text primary key check (code ~ '^([0-9]{3}|XKX)$'),
      level text not null check (level in ('world', 'region', 'subregion', 'intermediate', 'country')),
      parent_code text references place (code),
      iso2 text unique check (iso2 ~ '^[A-Z]{2}$'),
      iso3 text unique check (iso3 ~ '^[A-Z]{3}$'),
      names jsonb not null check (names ?& array['en', 'fr', 'es', 'ru', 'zh', 'ar']),
      un_regional_group text
        check (un_regional_group in ('african', 'asia_pacific', 'eastern_european', 'latin_caribbean', 'western')),
      ldc boolean not null default false,
      lldc boolean not null default false,
      sids boolean not null default false,
      currencies text[] not null default '{}',
      footnote text check (footnote in ('scr_1244')),
      has_page boolean not null default true,
      source text not null,
      basis text not null check (basis in ('sourced', 'inferred')),
      check ((level = 'world') = (parent_code is null)),
      check ((level = 'country') = (iso3 is not null)),
      check (level = 'country' or (un_regional_group is null and not ldc and not lldc and not sids))
    )`.execute(db)
  await sql`create index place_parent on place (parent_code)`.execute(db)

  await sql`
    create table agency (
      id uuid primary key default gen_random_uuid(),
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      acronym text not null check (length(acronym) between 1 and 40),
      names jsonb not null check (names ? 'en'),
      class text not null check (class in (
        'secretariat', 'special_representative', 'funds_and_programmes', 'research_and_training', 'other_entity',
        'joint_programme', 'security_council_body', 'specialized_agency', 'related_organization',
        'regional_organization', 'intergovernmental', 'other')),
      un_system boolean not null,
      organisation_type text not null default '40',
      iati_org_id text unique,
      crs_channel text unique,
      source text not null,
      basis text not null check (basis in ('sourced', 'unverified', 'inferred')),
      confirmed_at timestamptz,
      confirmed_by uuid,
      visible boolean not null,
      created_at timestamptz not null default now(),
      check (visible = (basis <> 'unverified' or confirmed_at is not null)),
      check (confirmed_by is null or confirmed_at is not null)
    )`.execute(db)

  // A year that is all a source says is kept as that year, not as a day that nobody published.
  await sql`
    create table agency_membership (
      id uuid primary key default gen_random_uuid(),
      agency_id uuid not null references agency (id),
      role text not null check (role in ('coordinator', 'chair', 'member', 'partner', 'working_group')),
      from_on date,
      until_on date,
      date_precision text not null default 'year' check (date_precision in ('day', 'year')),
      source text not null,
      basis text not null check (basis in ('sourced', 'unverified', 'inferred')),
      confirmed_at timestamptz,
      confirmed_by uuid,
      unique nulls not distinct (agency_id, role, from_on),
      check (until_on >= from_on),
      check (role <> 'chair' or from_on is not null),
      check (date_precision = 'day' or (
        (from_on is null or to_char(from_on, 'MM-DD') = '01-01') and
        (until_on is null or to_char(until_on, 'MM-DD') = '12-31'))),
      check (confirmed_by is null or confirmed_at is not null)
    )`.execute(db)

  await sql`
    create table membership_count (
      as_of text primary key check (as_of ~ '^[0-9]{4}(-[0-9]{2})?$'),
      count integer not null check (count > 0),
      kind text not null check (kind in ('founding_participants', 'members')),
      source text not null,
      basis text not null check (basis in ('sourced', 'inferred'))
    )`.execute(db)

  await sql`
    create table meeting (
      id uuid primary key default gen_random_uuid(),
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      title jsonb not null check (title ? 'en'),
      starts_on date,
      ends_on date,
      expected_year integer not null check (expected_year between 2000 and 2100),
      session integer,
      state text not null check (state in ('planned', 'live', 'closed')),
      source text not null,
      basis text not null check (basis in ('sourced', 'inferred')),
      check (ends_on >= starts_on),
      check ((starts_on is null) = (ends_on is null)),
      check (state = 'planned' or starts_on is not null)
    )`.execute(db)
  await sql`
    create table meeting_document (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references meeting (id),
      kind text not null check (kind in ('modalities', 'draft', 'transmittal', 'outcome', 'press_release')),
      symbol text not null,
      dated_on date,
      source text not null,
      basis text not null check (basis in ('sourced', 'unverified', 'inferred')),
      confirmed_at timestamptz,
      confirmed_by uuid,
      unique (meeting_id, kind, symbol),
      check (confirmed_by is null or confirmed_at is not null)
    )`.execute(db)

  await sql`
    create table resolution (
      symbol text primary key,
      title jsonb not null check (title ?& array['en', 'fr', 'es', 'ru', 'zh', 'ar']),
      year integer not null check (year between 1945 and 2100),
      adopted_on date check (extract(year from adopted_on) = year),
      source text not null,
      basis text not null check (basis in ('sourced', 'unverified', 'inferred')),
      confirmed_at timestamptz,
      confirmed_by uuid,
      check (confirmed_by is null or confirmed_at is not null)
    )`.execute(db)

  await sql`
    create table instrument (
      slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      symbol text not null unique,
      title jsonb not null check (title ?& array['en', 'fr', 'es', 'ru', 'zh', 'ar']),
      adopted_on date not null,
      meeting_slug text not null references meeting (slug),
      source text not null,
      basis text not null check (basis in ('sourced', 'inferred'))
    )`.execute(db)
  await sql`
    create table paragraph (
      instrument_slug text not null references instrument (slug),
      number text not null check (number ~ '^[0-9]+([(][a-z][)])?$'),
      position integer not null,
      gist jsonb not null check (gist ?& array['en', 'fr', 'es', 'ru', 'zh', 'ar']),
      indicator jsonb check (indicator ?& array['en', 'fr', 'es', 'ru', 'zh', 'ar']),
      addressees text[] not null check (cardinality(addressees) > 0),
      status_addressees text[] not null default '{}'
        check (status_addressees <@ array['secretary_general', 'unodc', 'icat'] and status_addressees <@ addressees),
      act_kinds text[] not null check (cardinality(act_kinds) > 0),
      tracking text not null check (tracking in ('yes', 'partly', 'tag', 'no')),
      pillars text[] not null check (pillars <@ array['PREV', 'PROT', 'PROS', 'PART']),
      sdg_targets text[] not null,
      source text not null,
      basis text not null check (basis in ('sourced', 'inferred')),
      primary key (instrument_slug, number)
    )`.execute(db)

  // A paragraph that speaks to States is never graded: there is no addressee here to give a status to.
  await sql`
    create table commitment_status (
      instrument_slug text not null,
      number text not null,
      addressee text not null check (addressee in ('secretary_general', 'unodc', 'icat')),
      status text not null check (status in ('no_update_recorded', 'under_way', 'done')),
      changed_at timestamptz not null default now(),
      changed_by uuid,
      primary key (instrument_slug, number, addressee),
      foreign key (instrument_slug, number) references paragraph (instrument_slug, number)
    )`.execute(db)
  await sql`
    create function status_only_where_asked() returns trigger language plpgsql as $$
    begin
      if not exists (
        select from paragraph
        where instrument_slug = new.instrument_slug and number = new.number
          and new.addressee = any (status_addressees)
      ) then
        raise exception 'paragraph % asks nothing of % that could carry a status', new.number, new.addressee
          using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger commitment_status_where_asked before insert or update on commitment_status
    for each row execute function status_only_where_asked()`.execute(db)

  await sql`
    create table published_figure (
      id uuid primary key default gen_random_uuid(),
      key text not null unique,
      set_name text not null check (set_name in ('fund_totals', 'donors', 'grant_cycles', 'beneficiaries')),
      position integer not null,
      subject jsonb not null check (subject ? 'en'),
      place_code text references place (code),
      stage text check (stage in ('announced', 'acknowledged', 'paid')),
      date_text text not null,
      value_text text,
      amount_minor bigint check (amount_minor between 0 and 1000000000000000),
      currency text check (currency ~ '^[A-Z]{3}$'),
      quantity bigint check (quantity >= 0),
      unit text,
      definition text,
      details jsonb not null default '{}',
      source text not null,
      basis text not null check (basis in ('sourced', 'unverified', 'inferred')),
      cleared_at timestamptz,
      cleared_by uuid,
      check (amount_minor is null or currency is not null),
      check (cleared_by is null or cleared_at is not null)
    )`.execute(db)
  // Apart from its figure, so that no policy on the figure can ever let a note out.
  await sql`
    create table published_figure_note (
      figure_id uuid primary key references published_figure (id),
      note text not null
    )`.execute(db)

  const tables = [
    'reference_load',
    'place',
    'agency',
    'agency_membership',
    'membership_count',
    'meeting',
    'meeting_document',
    'resolution',
    'instrument',
    'paragraph',
    'commitment_status',
    'published_figure',
    'published_figure_note',
  ]
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
    // The loader of the reference data works as the owner; no request's SQL ever does.
    await sql`create policy load on ${sql.table(table)} to current_user using (true) with check (true)`.execute(db)
    if (table !== 'reference_load') await sql`grant select on ${sql.table(table)} to concert_app`.execute(db)
  }
  for (const table of ['place', 'membership_count', 'meeting', 'instrument', 'paragraph', 'commitment_status']) {
    await sql`create policy read on ${sql.table(table)} for select to concert_app using (true)`.execute(db)
  }

  await sql`
    create policy read on agency for select to concert_app
    using (visible or id = actor_agency() or actor_has('coordinator'))`.execute(db)
  await sql`grant insert, update (confirmed_at, confirmed_by, visible) on agency to concert_app`.execute(db)
  await sql`
    create policy report on agency for insert to concert_app
    with check (not un_system and class = 'other' and visible and confirmed_at is null
      and (actor_has('focal_point') or actor_has('fund_manager') or actor_has('coordinator')))`.execute(db)
  for (const table of ['agency_membership', 'meeting_document', 'resolution']) {
    await sql`
      create policy read on ${sql.table(table)} for select to concert_app
      using (basis <> 'unverified' or confirmed_at is not null or actor_has('coordinator'))`.execute(db)
    await sql`grant update (confirmed_at, confirmed_by) on ${sql.table(table)} to concert_app`.execute(db)
  }
  for (const table of ['agency', 'agency_membership', 'meeting_document', 'resolution']) {
    await sql`
      create policy confirm on ${sql.table(table)} for update to concert_app using (actor_has('coordinator'))`.execute(
      db,
    )
  }

  await sql`grant insert, update (status, changed_at, changed_by) on commitment_status to concert_app`.execute(db)
  await sql`
    create policy set_status on commitment_status for insert to concert_app
    with check (actor_has('coordinator'))`.execute(db)
  await sql`
    create policy change_status on commitment_status for update to concert_app
    using (actor_has('coordinator'))`.execute(db)

  await sql`
    create policy read on published_figure for select to concert_app
    using (cleared_at is not null or actor_has('fund_manager'))`.execute(db)
  await sql`grant update (cleared_at, cleared_by) on published_figure to concert_app`.execute(db)
  await sql`
    create policy clear on published_figure for update to concert_app using (actor_has('fund_manager'))`.execute(db)
  await sql`
    create policy read on published_figure_note for select to concert_app using (actor_has('fund_manager'))`.execute(db)
}
