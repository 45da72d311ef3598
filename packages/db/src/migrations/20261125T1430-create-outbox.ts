import { type Kysely, sql } from 'kysely'
import { guardTable } from './guard-table.ts'

const languages = `('en', 'fr', 'es', 'ru', 'zh', 'ar')`

// The outbox keeps whom a mail is for and never their address, nor a word of what it says: both are read when it is sent.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table digest_choice (
      user_id uuid primary key references user_account (id),
      frequency text not null check (frequency in ('off', 'weekly', 'daily')),
      locale text not null check (locale in ${sql.raw(languages)}),
      last_on date,
      changed_at timestamptz not null
    )`.execute(db)
  await sql`create index digest_choice_on on digest_choice (last_on) where frequency <> 'off'`.execute(db)
  await guardTable(db, 'digest_choice')
  await sql`
    grant select, insert, update (frequency, locale, last_on, changed_at) on digest_choice to concert_app`.execute(db)
  await sql`create policy own on digest_choice to concert_app using (user_id = actor_id())`.execute(db)

  await sql`
    create table outbox_mail (
      id uuid primary key default gen_random_uuid(),
      to_user_id uuid not null references user_account (id),
      kind text not null check (kind in ('digest')),
      key text not null check (length(key) between 1 and 60),
      locale text not null check (locale in ${sql.raw(languages)}),
      created_at timestamptz not null,
      due_at timestamptz not null,
      attempts integer not null default 0 check (attempts between 0 and 6),
      last_error text check (last_error in (
        'refused', 'deferred', 'sign_in', 'timeout', 'unreachable', 'encryption', 'not_written', 'unknown')),
      outcome text check (outcome in ('sent', 'given_up', 'needless')),
      closed_at timestamptz,
      unique (to_user_id, key),
      check ((outcome is null) = (closed_at is null)),
      check (outcome is distinct from 'given_up' or last_error is not null)
    )`.execute(db)
  await sql`create index outbox_mail_waiting on outbox_mail (due_at, id) where outcome is null`.execute(db)
  await sql`create index outbox_mail_closed on outbox_mail (closed_at) where outcome is not null`.execute(db)
  await guardTable(db, 'outbox_mail')
  // Whoever asks for a mail to themselves adds it; only the sender, outside of requests, changes it.
  await sql`grant select, insert on outbox_mail to concert_app`.execute(db)
  await sql`
    create policy read on outbox_mail for select to concert_app
    using (to_user_id = actor_id() or (select actor_has('administrator')))`.execute(db)
  await sql`
    create policy add on outbox_mail for insert to concert_app
    with check (to_user_id = actor_id())`.execute(db)
}
