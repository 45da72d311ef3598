import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table user_account (
      id uuid primary key default gen_random_uuid(),
      name text not null check (length(btrim(name)) between 1 and 120),
      email text not null unique check (email = lower(email) and position('@' in email) > 1 and length(email) <= 254),
      email_verified boolean not null default false,
      agency_id uuid,
      locale text not null default 'en' check (locale in ('en', 'fr', 'es', 'ru', 'zh', 'ar')),
      is_demonstration boolean not null default false,
      password_set_at timestamptz,
      deactivated_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index user_account_agency on user_account (agency_id)`.execute(db)

  await sql`
    create table user_role (
      user_id uuid not null references user_account (id),
      role text not null
        check (role in ('contributor', 'focal_point', 'fund_manager', 'coordinator', 'administrator')),
      given_at timestamptz not null default now(),
      primary key (user_id, role)
    )`.execute(db)

  // Nobody can follow a link from what is stored here: only the digest of its token is.
  await sql`
    create table user_link (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('first_admin', 'invite', 'reset')),
      token_digest text not null unique check (token_digest ~ '^[0-9a-f]{64}$'),
      user_id uuid references user_account (id),
      made_by uuid references user_account (id),
      made_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz,
      revoked_at timestamptz,
      check ((kind = 'first_admin') = (user_id is null)),
      check (expires_at > made_at),
      check (used_at is null or revoked_at is null)
    )`.execute(db)
  await sql`create index user_link_user on user_link (user_id)`.execute(db)

  await sql`
    create table user_session (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references user_account (id),
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index user_session_user on user_session (user_id)`.execute(db)

  await sql`
    create table user_credential (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references user_account (id),
      provider_id text not null,
      account_id text not null,
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (provider_id, account_id)
    )`.execute(db)
  await sql`create index user_credential_user on user_credential (user_id)`.execute(db)

  await sql`
    create table user_verification (
      id uuid primary key default gen_random_uuid(),
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index user_verification_identifier on user_verification (identifier)`.execute(db)

  await sql`
    create table user_rate_limit (
      id uuid primary key default gen_random_uuid(),
      key text not null unique,
      count integer not null,
      last_request bigint not null
    )`.execute(db)

  for (const table of [
    'user_account',
    'user_role',
    'user_link',
    'user_session',
    'user_credential',
    'user_verification',
    'user_rate_limit',
  ]) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db)
    await sql`alter table ${sql.table(table)} force row level security`.execute(db)
  }

  await sql`
    grant select, insert,
      update (name, email_verified, agency_id, locale, password_set_at, deactivated_at, updated_at)
    on user_account to concert_app`.execute(db)
  await sql`
    create policy read on user_account for select to concert_app
    using (id = actor_id() or actor_has('administrator'))`.execute(db)
  await sql`
    create policy invite on user_account for insert to concert_app with check (actor_has('administrator'))`.execute(db)
  await sql`
    create policy change on user_account for update to concert_app
    using (id = actor_id() or actor_has('administrator'))`.execute(db)
  await sql`
    create function keep_own_standing() returns trigger language plpgsql as $$
    begin
      raise exception 'only an administrator changes where a person stands' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  await sql`
    create trigger nobody_promotes_themselves before update on user_account for each row
    when (current_user = 'concert_app' and not actor_has('administrator') and
      (new.agency_id, new.deactivated_at, new.email_verified)
        is distinct from (old.agency_id, old.deactivated_at, old.email_verified))
    execute function keep_own_standing()`.execute(db)

  await sql`grant select, insert, delete on user_role to concert_app`.execute(db)
  await sql`
    create policy read on user_role for select to concert_app
    using (user_id = actor_id() or actor_has('administrator'))`.execute(db)
  await sql`
    create policy give on user_role for insert to concert_app with check (actor_has('administrator'))`.execute(db)
  await sql`
    create policy take on user_role for delete to concert_app using (actor_has('administrator'))`.execute(db)

  await sql`grant select, insert, update (used_at, revoked_at) on user_link to concert_app`.execute(db)
  await sql`create policy manage on user_link to concert_app using (actor_has('administrator'))`.execute(db)

  // Tokens stay unreadable: whoever may end sessions cannot take one over.
  await sql`grant select (id, user_id, created_at, expires_at), delete on user_session to concert_app`.execute(db)
  await sql`
    create policy finish on user_session to concert_app
    using (user_id = actor_id() or actor_has('administrator'))`.execute(db)

  await sql`
    grant select (id, user_id, provider_id, account_id, password), insert, update (password, updated_at)
    on user_credential to concert_app`.execute(db)
  await sql`
    create policy own on user_credential to concert_app using (user_id = actor_id() or actor_is_system())`.execute(db)

  // Colleagues see one another's names; addresses stay with the administrators. The view reads as its owner.
  await sql`
    create view user_name with (security_barrier) as
    select id, name, agency_id from user_account where actor_signed_in()`.execute(db)
  await sql`grant select on user_name to concert_app`.execute(db)
  await sql`create policy names on user_account for select to current_user using (true)`.execute(db)
}
